using System.Collections.Generic;
using System.Linq;

namespace System.Activities.Hosting
{
    /// <summary>What a host offers to the steps it runs, found by type.</summary>
    public class WorkflowInstanceExtensionManager
    {
        private readonly List<object> singletons = new List<object>();
        private readonly List<KeyValuePair<Type, Func<object>>> providers = new List<KeyValuePair<Type, Func<object>>>();

        public virtual void Add(object singletonExtension)
        {
            singletons.Add(singletonExtension ?? throw new ArgumentNullException(nameof(singletonExtension)));
        }

        public virtual void Add<T>(Func<T> extensionCreationFunction)
            where T : class
        {
            if (extensionCreationFunction == null)
            {
                throw new ArgumentNullException(nameof(extensionCreationFunction));
            }

            providers.Add(new KeyValuePair<Type, Func<object>>(typeof(T), extensionCreationFunction));
        }

        internal WorkflowInstanceExtensionManager ForOneRun()
        {
            var run = new WorkflowInstanceExtensionManager();
            run.singletons.AddRange(singletons);
            run.providers.AddRange(providers);
            return run;
        }

        internal T Find<T>()
            where T : class
        {
            var found = singletons.OfType<T>().FirstOrDefault();
            if (found != null)
            {
                return found;
            }

            for (var i = 0; i < providers.Count; i++)
            {
                var provider = providers[i];
                if (!typeof(T).IsAssignableFrom(provider.Key))
                {
                    continue;
                }

                providers.RemoveAt(i);
                var made = provider.Value();
                if (made != null)
                {
                    singletons.Add(made);
                }

                return made as T;
            }

            return null;
        }
    }
}
