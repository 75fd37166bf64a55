using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.WebApi;

/// <summary>Turns a parsed $filter into conditions and links of a query.</summary>
internal sealed class FilterTranslator(MetadataCatalog catalog, TableDefinition table, QueryExpression query)
{
    private readonly Dictionary<string, (string Alias, TableDefinition Table)> links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Alias, TableDefinition Table, LinkEntity Link)> variables = new(StringComparer.Ordinal);

    public void Apply(ODataFilter filter) => Add(query.Criteria, filter, isNegated: false, isTop: true);

    private static string Escape(string text) => text.Replace("[", "[[]", StringComparison.Ordinal).Replace("%", "[%]", StringComparison.Ordinal).Replace("_", "[_]", StringComparison.Ordinal);

    private void Add(FilterExpression into, ODataFilter filter, bool isNegated, bool isTop)
    {
        switch (filter)
        {
            case ODataFilter.Negation negation:
                Add(into, negation.Inner, !isNegated, isTop && isNegated);
                break;
            case ODataFilter.Group group:
                var isOr = group.IsOr != isNegated;
                var target = isTop && !isOr ? into : into.AddFilter(isOr ? LogicalOperator.Or : LogicalOperator.And);
                foreach (var part in group.Parts)
                {
                    Add(target, part, isNegated, isTop && !isOr);
                }

                break;
            case ODataFilter.Comparison comparison:
                into.AddCondition(Compare(comparison, isNegated));
                break;
            case ODataFilter.TextMatch match:
                into.AddCondition(Match(match, isNegated));
                break;
            case ODataFilter.QueryFunction function:
                into.AddCondition(Call(function, isNegated));
                break;
            case ODataFilter.Lambda lambda:
                Join(lambda, isNegated, isTop);
                break;
        }
    }

    private ConditionExpression Compare(ODataFilter.Comparison comparison, bool isNegated)
    {
        var (alias, column) = Resolve(comparison.Path);
        var name = isNegated
            ? comparison.Operator switch { "eq" => "ne", "ne" => "eq", "gt" => "le", "ge" => "lt", "lt" => "ge", _ => "gt" }
            : comparison.Operator;
        if (comparison.Value is null)
        {
            return name switch
            {
                "eq" => new ConditionExpression(alias, column.LogicalName, ConditionOperator.Null),
                "ne" => new ConditionExpression(alias, column.LogicalName, ConditionOperator.NotNull),
                _ => throw ApiException.BadRequest($"null cannot be compared by '{name}'."),
            };
        }

        var operation = name switch
        {
            "eq" => ConditionOperator.Equal,
            "ne" => ConditionOperator.NotEqual,
            "gt" => ConditionOperator.GreaterThan,
            "ge" => ConditionOperator.GreaterEqual,
            "lt" => ConditionOperator.LessThan,
            _ => ConditionOperator.LessEqual,
        };
        return new ConditionExpression(alias, column.LogicalName, operation, ValueJson.ForCondition(column, comparison.Value));
    }

    private ConditionExpression Match(ODataFilter.TextMatch match, bool isNegated)
    {
        var (alias, column) = Resolve(match.Path);
        var text = Escape(match.Text);
        var pattern = match.Function switch { "contains" => $"%{text}%", "startswith" => text + "%", _ => "%" + text };
        return new ConditionExpression(alias, column.LogicalName, isNegated ? ConditionOperator.NotLike : ConditionOperator.Like, pattern);
    }

    private ConditionExpression Call(ODataFilter.QueryFunction function, bool isNegated)
    {
        var (alias, column) = Resolve(function.Path);
        var name = !isNegated
            ? function.Name
            : function.Name switch
            {
                "In" => "NotIn",
                "NotIn" => "In",
                "Between" => "NotBetween",
                "NotBetween" => "Between",
                "EqualUserId" => "NotEqualUserId",
                "NotEqualUserId" => "EqualUserId",
                "EqualBusinessId" => "NotEqualBusinessId",
                "NotEqualBusinessId" => "EqualBusinessId",
                _ => throw ApiException.NotSupported($"not Microsoft.Dynamics.CRM.{function.Name} is not supported."),
            };
        if (!Enum.TryParse<ConditionOperator>(name, out var operation) || !Enum.IsDefined(operation))
        {
            throw ApiException.BadRequest($"An unknown function with name 'Microsoft.Dynamics.CRM.{function.Name}' was found.");
        }

        var isCount = name.Contains('X', StringComparison.Ordinal);
        var values = function.Values.Select(value => isCount ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) : ValueJson.ForCondition(column, value!)).ToArray();
        return new ConditionExpression(alias, column.LogicalName, operation, values);
    }

    /// <summary>any becomes an inner join and needs to stand in a conjunction; not any and all are not in the first version.</summary>
    private void Join(ODataFilter.Lambda lambda, bool isNegated, bool isTop)
    {
        if (lambda.IsAll || isNegated || !isTop)
        {
            throw ApiException.NotSupported("The emulator supports 'any' outside of 'or' and 'not' only.");
        }

        var navigation = Navigation.Of(catalog, table, lambda.Path);
        var target = catalog.Table(navigation.Target);
        var alias = $"any{variables.Count}";
        LinkEntity link;
        switch (navigation)
        {
            case Navigation.Many many:
                link = query.AddLink(target.LogicalName, table.PrimaryKey.LogicalName, many.Relationship.ReferencingColumn);
                break;
            case Navigation.Joined joined:
                link = query.AddLink(joined.Relationship.IntersectTable, table.PrimaryKey.LogicalName, joined.OwnColumn)
                    .AddLink(target.LogicalName, joined.OtherColumn, target.PrimaryKey.LogicalName);
                break;
            default:
                throw ApiException.BadRequest($"'{lambda.Path}' is no collection.");
        }

        link.EntityAlias = alias;
        query.Distinct = true;
        if (!query.ColumnSet.AllColumns)
        {
            // A distinct row has a key only if it is asked for.
            query.ColumnSet.AddColumn(table.PrimaryKey.LogicalName);
        }

        if (lambda.Inner is not null)
        {
            variables[lambda.Variable] = (alias, target, link);
            new LambdaFilter(this, lambda.Variable, link).Apply(lambda.Inner);
            variables.Remove(lambda.Variable);
        }
    }

    private (string? Alias, ColumnDefinition Column) Resolve(string path)
    {
        var parts = path.Split('/');
        if (parts.Length == 1)
        {
            return (null, ColumnNames.Require(table, parts[0]));
        }

        if (variables.TryGetValue(parts[0], out var variable) && parts.Length == 2)
        {
            return (null, ColumnNames.Require(variable.Table, parts[1]));
        }

        if (parts.Length != 2)
        {
            throw ApiException.NotSupported($"'{path}' goes through more than one lookup.");
        }

        if (!links.TryGetValue(parts[0], out var link))
        {
            var single = Navigation.Of(catalog, table, parts[0]) as Navigation.Single ?? throw ApiException.BadRequest($"'{parts[0]}' is a collection; use any.");
            var target = catalog.Table(single.Target);
            link = ($"nav{links.Count}", target);
            query.AddLink(target.LogicalName, single.Relationship.ReferencingColumn, target.PrimaryKey.LogicalName, JoinOperator.LeftOuter).EntityAlias = link.Alias;
            links[parts[0]] = link;
        }

        return (link.Alias, ColumnNames.Require(link.Table, parts[1]));
    }

    /// <summary>Conditions inside any(…) stand on the link itself.</summary>
    private sealed class LambdaFilter(FilterTranslator outer, string variable, LinkEntity link)
    {
        public void Apply(ODataFilter inner)
        {
            if (Mentions(inner).Any(path => !path.StartsWith(variable + "/", StringComparison.Ordinal)))
            {
                throw ApiException.NotSupported("Inside 'any' only columns of its own rows are supported.");
            }

            outer.Add(link.LinkCriteria, inner, isNegated: false, isTop: false);
        }

        private static IEnumerable<string> Mentions(ODataFilter filter) => filter switch
        {
            ODataFilter.Group group => group.Parts.SelectMany(Mentions),
            ODataFilter.Negation negation => Mentions(negation.Inner),
            ODataFilter.Comparison comparison => [comparison.Path],
            ODataFilter.TextMatch match => [match.Path],
            ODataFilter.QueryFunction function => [function.Path],
            ODataFilter.Lambda lambda => [lambda.Path],
            _ => [],
        };
    }
}
