using System.Text.Json.Nodes;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Reports;
using GCnn.Groups;

namespace GCnn.Experiments.Export;

/// <summary>The notes in an exported file: what the model is, and what is done with an image before it goes in.</summary>
internal static class ExportNotes
{
    /// <summary>The notes, by their keys.</summary>
    /// <param name="model">The model.</param>
    /// <param name="hexagonalInput">Whether images go in as hexagons.</param>
    public static IReadOnlyDictionary<string, string> Of(ModelSource model, bool hexagonalInput)
    {
        bool hexagonal = model.Name.Groups.Lattice is HexagonalLattice;
        return new Dictionary<string, string>
        {
            ["gcnn.model"] = model.Name.Name,
            ["gcnn.groups"] = $"{model.Name.Groups}",
            ["gcnn.lattice"] = hexagonal ? "hexagonal" : "square",
            ["gcnn.task"] = model.Task.Name,
            ["gcnn.classes"] = new JsonArray([.. model.Task.OutputNames.Select(name => JsonValue.Create(name))]).ToJsonString(),
            ["gcnn.epochs"] = $"{model.Epochs ?? 0}",
            ["gcnn.size"] = $"{model.Size}",
            ["gcnn.stored_size"] = $"{GalaxyData.StoredSize(model.Size)}",
            ["gcnn.centre_fraction"] = $"{GalaxyData.Resize(model.Size).CentreFraction}",
            ["gcnn.stretch"] = "pictures: none, value / 255; numbers outside [0, 1]: asinh((x - b) / 3s) / asinh((max - b) / 3s), cut to " +
                "[0, 1], with the median b and s = 1.4826 times the median distance from it, all channels alike",
            ["gcnn.hexagons"] = hexagonal ? Hexagons(hexagonalInput) : "none",
            ["gcnn.preprocessing"] = Preprocessing(model.Size, hexagonal && hexagonalInput),
            ["gcnn.version"] = Provenance.Version,
            ["gcnn.engine"] = Provenance.Engine,
        };
    }

    private static string Preprocessing(int size, bool hexagons)
    {
        int stored = GalaxyData.StoredSize(size);
        return "red, green and blue as planes of numbers in [0, 1]; of the image the centred square of gcnn.centre_fraction of its " +
            $"shorter side; that averaged to {stored} x {stored} pixels, each the mean over its area (a box filter); of these the middle " +
            $"{size} x {size}{(hexagons ? "; these resampled to hexagons" : "")}";
    }

    private static string Hexagons(bool given) =>
        "cells of radius R = (gcnn.size - 1) / 2, one pixel apart, cell (q, r) of the axial coordinates at column q + R and row r + R of " +
        "a square, 0 elsewhere; resampled from square pixels by cubic convolution (Keys 1981), " + (given
            ? "which is to be done before"
            : "which the graph does itself: it takes square pixels");
}
