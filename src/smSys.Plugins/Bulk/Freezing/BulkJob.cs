using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Audiences;
using smSys.Crm.Processes;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Sending;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk.Freezing;

/// <summary>The process that puts an audience down or tries it out: its bulk, its starter, and its state between ticks.</summary>
public sealed class BulkJob
{
    private static readonly TimeSpan _sightAge = TimeSpan.FromSeconds(3);
    private readonly Composition _composition;
    private readonly SmsProcessRow _process;
    private readonly RowWriter _writer;
    private readonly BulkState _working;
    private DateTime _lookedOn;
    private IReadOnlyList<IAudiencePart>? _parts;
    private bool _isCalledOff;
    private bool _isLost;

    /// <summary>A job.</summary>
    /// <param name="composition">Of the tick.</param>
    /// <param name="process">Whose lease the tick holds.</param>
    /// <param name="bulk">Just read, as a whole, and found at work.</param>
    /// <param name="working">The state in which the bulk has to stand for the job to go on.</param>
    public BulkJob(Composition composition, SmsProcessRow process, SmsBulkRow bulk, BulkState working)
    {
        _composition = composition;
        _process = process;
        _writer = new RowWriter(composition.Services.System);
        _working = working;
        Bulk = bulk;
        Bulks = new BulkAudienceStore(composition.Services.System);
        _lookedOn = composition.Services.Clock();
    }

    /// <summary>The bulk.</summary>
    public SmsBulkRow Bulk { get; }

    /// <summary>The rows of bulks.</summary>
    public BulkAudienceStore Bulks { get; }

    /// <summary>The execution.</summary>
    public StepServices Services => _composition.Services;

    /// <summary>Acts as the user who started the bulk; an owner may be a team, and a team cannot read.</summary>
    /// <exception cref="RefusalException">Nobody started it.</exception>
    public IOrganizationService Starter => field ??= Services.As(StarterId);

    /// <summary>Who started the bulk.</summary>
    /// <exception cref="RefusalException">Nobody.</exception>
    public Guid StarterId => (Bulk.StartedById ?? Bulk.OwningUser)?.Id ?? throw new RefusalException(
        "starter-missing",
        "Nobody has started this bulk and a team owns it; start it as a user.",
        "این ارسال گروهی آغازکننده ندارد و مالکش تیم است؛ آن را به نام یک کاربر آغاز کنید.");

    /// <summary>Says sentences in the language of who started the bulk.</summary>
    public Notes Notes => field ??= (Bulk.StartedById ?? Bulk.OwningUser) is { } starter ? new Notes(Services.System, starter.Id) : _composition.Notes;

    /// <summary>The parts of the audience; asked for once.</summary>
    /// <exception cref="RefusalException">There is none, or the starter may not read it.</exception>
    public IReadOnlyList<IAudiencePart> Parts() => _parts ??= StarterReading.Try(() => Audience.Parts(Bulk, Starter, Services.System));

    /// <summary>Recognises audience and text, wherever the text comes from.</summary>
    public string Digest(string text) =>
        AudienceDigests.Of(Bulk, text, Services.System, _parts?.OfType<QueryPart>().Select(part => part.ListId).ToArray());

    /// <summary>
    /// True while the lease is ours and nobody has called the bulk off. What was seen counts for some seconds: small steps
    /// follow each other faster than people click, and the move at the end is bound to the state anyway.
    /// </summary>
    public bool GoesOn()
    {
        var now = Services.Clock();
        if (!_isLost && !_isCalledOff && now - _lookedOn >= _sightAge)
        {
            _isCalledOff = Bulks.StateOf(Bulk.Id) != _working;
            _lookedOn = now;
        }

        return !_isLost && !_isCalledOff;
    }

    /// <summary>Keeps a state in the process, and the lease with it; nothing is written once somebody else holds the process.</summary>
    public void Save(string journal)
    {
        var token = Services.Token;
        for (; ;)
        {
            var row = Services.System.Find(SmsProcess.LogicalName, SmsProcess.PrimaryId, _process.Id, SmsProcess.Columns.FenceToken);
            if (row is null || FenceToken.Read(row.GetAttributeValue<string>(SmsProcess.Columns.FenceToken)) != token)
            {
                _isLost = true;
                return;
            }

            var change = new SmsProcessRow(_process.Id)
            {
                Journal = journal,
                FenceToken = token.Text,
                LeaseUntil = Services.Clock() + LeaseRules.Lease,
            };
            if (_writer.UpdateIfUnchanged(change.Record, row.RowVersion, new WriteProof(SmsProcess.Columns.FenceToken, token.Text)))
            {
                return;
            }
        }
    }

    /// <summary>Another job holds the process by now: what this one knows is old.</summary>
    public bool IsLost => _isLost;

    /// <summary>The shelf of a partition of the bulk itself.</summary>
    public ChunkShelf PartitionShelf(int partition) => new(ProcessIds.OfBulk(ProcessKind.Send, Bulk.Id, partition), 0);
}
