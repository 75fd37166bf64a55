using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>A list that only the SDK creates; everything it holds is shared by reference.</summary>
    public class DataCollection<T> : Collection<T>
    {
        internal DataCollection()
        {
        }

        internal DataCollection(IList<T> list)
            : base(list)
        {
        }

        public void AddRange(params T[] items)
        {
            if (items != null)
            {
                AddRange((IEnumerable<T>)items);
            }
        }

        public void AddRange(IEnumerable<T> items)
        {
            if (items == null)
            {
                return;
            }

            foreach (var item in items)
            {
                Add(item);
            }
        }

        public T[] ToArray()
        {
            var items = new T[Count];
            CopyTo(items, 0);
            return items;
        }
    }

    /// <summary>A dictionary with the SDK's own surface: reading a missing key throws, writing adds or replaces.</summary>
    public abstract class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    {
        private readonly Dictionary<TKey, TValue> items = new Dictionary<TKey, TValue>();

        protected internal DataCollection()
        {
        }

        public virtual bool IsReadOnly
        {
            get { return false; }
        }

        public int Count
        {
            get { return items.Count; }
        }

        public ICollection<TKey> Keys
        {
            get { return items.Keys; }
        }

        public ICollection<TValue> Values
        {
            get { return items.Values; }
        }

        public virtual TValue this[TKey key]
        {
            get
            {
                return items[key];
            }

            set
            {
                RefuseIfReadOnly();
                items[key] = value;
            }
        }

        public void Add(KeyValuePair<TKey, TValue> item)
        {
            Add(item.Key, item.Value);
        }

        public void Add(TKey key, TValue value)
        {
            RefuseIfReadOnly();
            items.Add(key, value);
        }

        public void AddRange(params KeyValuePair<TKey, TValue>[] items)
        {
            AddRange((IEnumerable<KeyValuePair<TKey, TValue>>)items);
        }

        public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> items)
        {
            RefuseIfReadOnly();
            if (items == null)
            {
                return;
            }

            foreach (var item in items)
            {
                this.items.Add(item.Key, item.Value);
            }
        }

        public void Clear()
        {
            RefuseIfReadOnly();
            items.Clear();
        }

        public bool Contains(TKey key)
        {
            return items.ContainsKey(key);
        }

        public bool Contains(KeyValuePair<TKey, TValue> key)
        {
            return ((ICollection<KeyValuePair<TKey, TValue>>)items).Contains(key);
        }

        public bool ContainsKey(TKey key)
        {
            return items.ContainsKey(key);
        }

        public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
        {
            ((ICollection<KeyValuePair<TKey, TValue>>)items).CopyTo(array, arrayIndex);
        }

        public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
        {
            return items.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator()
        {
            return items.GetEnumerator();
        }

        public bool Remove(TKey key)
        {
            RefuseIfReadOnly();
            return items.Remove(key);
        }

        public bool Remove(KeyValuePair<TKey, TValue> item)
        {
            RefuseIfReadOnly();
            return ((ICollection<KeyValuePair<TKey, TValue>>)items).Remove(item);
        }

        public bool TryGetValue(TKey key, out TValue value)
        {
            return items.TryGetValue(key, out value);
        }

        private void RefuseIfReadOnly()
        {
            if (IsReadOnly)
            {
                throw new InvalidOperationException("The collection is read-only.");
            }
        }
    }
}
