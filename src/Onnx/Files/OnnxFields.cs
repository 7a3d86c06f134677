namespace GCnn.Onnx;

/// <summary>The numbers of the fields that are used, message by message, as <c>onnx.proto</c> gives them. Source: [Onnx2022].</summary>
internal static class OnnxFields
{
    internal static class Model
    {
        public const int IrVersion = 1;
        public const int ProducerName = 2;
        public const int ProducerVersion = 3;
        public const int Graph = 7;
        public const int OperatorSets = 8;
        public const int Notes = 14;
    }

    internal static class OperatorSet
    {
        public const int Domain = 1;
        public const int Version = 2;
    }

    internal static class Note
    {
        public const int Key = 1;
        public const int Value = 2;
    }

    internal static class Graph
    {
        public const int Nodes = 1;
        public const int Name = 2;
        public const int Constants = 5;
        public const int Inputs = 11;
        public const int Outputs = 12;
    }

    internal static class Node
    {
        public const int Inputs = 1;
        public const int Outputs = 2;
        public const int Name = 3;
        public const int Operation = 4;
        public const int Attributes = 5;
        public const int Domain = 7;
    }

    internal static class Attribute
    {
        public const int Name = 1;
        public const int Real = 2;
        public const int Number = 3;
        public const int Text = 4;
        public const int Numbers = 8;
        public const int Kind = 20;

        public const long RealKind = 1;
        public const long NumberKind = 2;
        public const long TextKind = 3;
        public const long NumbersKind = 7;
    }

    internal static class Constant
    {
        public const int Shape = 1;
        public const int Element = 2;
        public const int Name = 8;
        public const int Bytes = 9;
    }

    internal static class Value
    {
        public const int Name = 1;
        public const int Type = 2;
    }

    internal static class Type
    {
        public const int Tensor = 1;
    }

    internal static class TensorType
    {
        public const int Element = 1;
        public const int Shape = 2;
    }

    internal static class Shape
    {
        public const int Dimensions = 1;
    }

    internal static class Dimension
    {
        public const int Length = 1;
        public const int Symbol = 2;
    }
}
