// Each test starts whole systems with clocks of their own; two cores serve one of them at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
