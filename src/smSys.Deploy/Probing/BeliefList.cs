using smSys.Deploy.Probing.Beliefs;

namespace smSys.Deploy.Probing;

/// <summary>What is asked, in this order. What only code inside the pipeline can see (transactions, split updates, depth, images) is not among it.</summary>
public static class BeliefList
{
    public static IReadOnlyList<IBelief> All { get; } =
    [
        new VersionIsNine(),
        new ClocksAgree(),
        new ClosedRowsCannotBeCreated(),
        new OpenRowsTakeAnyOpenReason(),
        new CompletingTakesTheDefaultReason(),
        new SetStateStillWorks(),
        new ClientsChooseIds(),
        new RepeatedIdsAreDuplicates(),
        new RowsCarryARowVersion(),
        new EveryUpdateMovesTheRowVersion(),
        new StaleRowVersionsAreRefused(),
        new PagesStopAtFiveThousand(),
        new IdsHaveNoOrder(),
        new FiveHundredValuesFitIntoIn(),
        new UnknownColumnsAreRefused(),
        new DatesKeepSeconds(),
        new TextIsComparedWithoutCase(),
        new ArabicYeIsNotPersianYe(),
        new NonJoinersCount(),
        new AccessIsAskedPerRow(),
        new CustomActivitiesHaveNoPrivileges(),
        new CompletedActivitiesLeaveTheQueue(),
        new CampaignListsAreCampaignItems(),
        new ActivitiesWritePartyRows(),
        new MergedContactsPointToTheirMaster(),
        new PersianIsNotProvisioned(),
        new TheAssemblyRunsInTheSandbox(),
        new AsynchronousStepsWaitForTheTick(),
        new AsynchronousStepsDeleteTheirJobs(),
        new NobodyReadsTheSecrets(),
    ];
}
