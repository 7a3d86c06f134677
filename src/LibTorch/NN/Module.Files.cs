using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public Module save(string location, IList<string>? skip = null)
            {
                AtomicFile.Write(location, stream => save(stream, skip));
                return this;
            }

            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                var state = state_dict().Where(entry => skip?.Contains(entry.Key) != true).ToList();
                writer.WriteLeb128(state.Count);
                foreach (var (key, tensor) in state)
                {
                    writer.Write(key);
                    TensorFormat.Write(writer, tensor);
                }

                return this;
            }

            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(File.OpenRead(location));
                return Load(reader, strict, skip, loadedParameters, toTheEnd: true);
            }

            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>
            /// Reads what <see cref="save(BinaryWriter, IList{string})"/> wrote. Every entry is compared with the module's tensor of that
            /// name before memory is taken for it, and the module changes only after the last byte has been read.
            /// </summary>
            /// <exception cref="InvalidDataException">The data end early, are no state, or belong to another module.</exception>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) =>
                Load(reader, strict, skip, loadedParameters, toTheEnd: false);

            // A stream may go on with something else; a file may not.
            private Module Load(BinaryReader reader, bool strict, IList<string>? skip, Dictionary<string, bool>? loaded, bool toTheEnd)
            {
                using var scope = NewDisposeScope();
                try
                {
                    var state = StateFormat.Read(reader, state_dict(), strict, skip ?? [], loaded);
                    if (toTheEnd && reader.BaseStream.Position < reader.BaseStream.Length)
                    {
                        throw new InvalidOperationException($"{reader.BaseStream.Length - reader.BaseStream.Position} bytes follow the last tensor.");
                    }

                    load_state_dict(state, strict, skip);
                }
                catch (Exception e) when (e is EndOfStreamException or InvalidOperationException or OverflowException)
                {
                    var reason = e is EndOfStreamException ? "The data end too early." : e.Message;
                    throw new InvalidDataException($"Loading a {GetName()}: {reason}", e);
                }

                return this;
            }
        }
    }
}
