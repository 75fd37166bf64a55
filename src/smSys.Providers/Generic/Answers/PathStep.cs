namespace smSys.Providers.Generic.Answers;

/// <summary>How a step goes on from a node.</summary>
internal enum PathMove
{
    /// <summary>To the children of a name.</summary>
    Child,

    /// <summary>To all nodes of a name, however deep.</summary>
    Below,

    /// <summary>To the child of a position, from 0.</summary>
    Item,

    /// <summary>To all items of an array.</summary>
    Items,
}

/// <summary>A step of a path.</summary>
/// <param name="Move">How.</param>
/// <param name="Name">Of children; an attribute's begins with @.</param>
/// <param name="Position">Of an item from 0; of children of one name from 1, 0 means all of them.</param>
internal sealed record PathStep(PathMove Move, string Name = "", int Position = 0);
