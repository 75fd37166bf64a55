using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    /// <summary>An open list of names, used where an enumeration could not be extended.</summary>
    [DataContract(Name = "ConstantsBase{0}", Namespace = Wire.Metadata)]
    public abstract class ConstantsBase<T> : IExtensibleDataObject
    {
        protected static IList<T> ValidValues = new List<T>();

        protected ConstantsBase()
        {
        }

        [DataMember]
        public T Value { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        protected static TConstant Create<TConstant>(T value)
            where TConstant : ConstantsBase<T>, new()
        {
            return new TConstant { Value = value };
        }

        protected static TConstant Add<TConstant>(T value)
            where TConstant : ConstantsBase<T>, new()
        {
            lock (ValidValues)
            {
                ValidValues.Add(value);
            }

            return Create<TConstant>(value);
        }

        protected abstract bool ValueExistsInList(T value);
    }
}
