// Forms that a passkey fills: <form data-passkey="get|create">. They stay hidden where the browser knows no passkey.
const known = () => 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function challenge(form) {
  const address = new URL(form.action);
  address.searchParams.set('handler', 'Challenge');
  const answer = await fetch(address, { method: 'POST', body: new FormData(form), credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function sign(form, options) {
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential);
}

export function passkey(form) {
  if (!known()) return;
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      form.elements.credential.value = await sign(form, await challenge(form));
      form.submit();
    } catch {
      // Refused by the person or the device: nothing is sent, and the other ways are still there.
      button.disabled = false;
    }
  });
}
