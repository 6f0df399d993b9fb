using Maillage.Shared;

namespace Maillage.Messages;

/// <summary>Every expected failure of the module.</summary>
public static class MessagesProblems
{
    /// <summary>It has arrived, or what it said is forgotten.</summary>
    public static readonly Problem NotToBeSentAgain = new("messages.send_again.not_now");

    /// <summary>It has left already.</summary>
    public static readonly Problem NotWaiting = new("messages.cancel.not_waiting");
}
