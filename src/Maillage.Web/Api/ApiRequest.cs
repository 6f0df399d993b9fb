using Maillage.Network.Register;
using Maillage.Web.Components;

namespace Maillage.Web.Api;

/// <summary>A request whose query has been read: the register of the moment, the values, the day.</summary>
public sealed record ApiRequest(HttpContext Http, NetworkRegister Register, QueryValues Query, DateOnly Today)
{
    /// <summary>Value of a part of the path.</summary>
    public string PathValue(string name) => Http.GetRouteValue(name)?.ToString() ?? "";

    /// <summary>Full address of a page, in French.</summary>
    public string Address(string path) => Http.Request.Absolute(path);
}
