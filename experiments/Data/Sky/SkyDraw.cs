using GCnn.Augment;

namespace GCnn.Experiments.Data.Sky;

/// <summary>Draws objects at random: what is in the frame, how large, how bright, which colour.</summary>
internal sealed class SkyDraw(SampleStream random)
{
    /// <summary>How often each class occurs; unevenly, as in a real catalogue.</summary>
    private static readonly (string Label, double Share)[] Frequencies =
    [
        (GalaxyLabel.Smooth, 0.46),
        (GalaxyLabel.EdgeOn, 0.20),
        (GalaxyLabel.SpiralClockwise, 0.165),
        (GalaxyLabel.SpiralAnticlockwise, 0.175),
    ];

    public SkyObject Object(string id)
    {
        var label = Label();
        List<SkyComponent> components = label switch
        {
            GalaxyLabel.Smooth => [Elliptical()],
            GalaxyLabel.EdgeOn => EdgeOn(),
            GalaxyLabel.SpiralClockwise => Spiral(hand: -1),
            _ => Spiral(hand: 1),
        };
        while (random.NextUnit() < 0.5)
            components.Add(Neighbour());
        return new(id, label, components, random.BetweenLogs(0.010, 0.030), random.BetweenLogs(0.006, 0.018), random.NextKey(), Mirrored: false);
    }

    private string Label()
    {
        var draw = random.NextUnit();
        foreach (var (label, share) in Frequencies)
        {
            draw -= share;
            if (draw < 0)
                return label;
        }

        return Frequencies[^1].Label;
    }

    private SkyComponent Elliptical() => Centred(random.Between(0.42, 1), random.BetweenLogs(0.14, 0.30)) with
    {
        Index = random.Between(1, 3.5),
        Brightness = random.BetweenLogs(7, 24),
        Colour = SkyColour.Mix(SkyColour.Old, SkyColour.Young, random.Between(-0.1, 0.7)),
    };

    private List<SkyComponent> EdgeOn()
    {
        var disk = Centred(random.Between(0.10, 0.30), random.BetweenLogs(0.18, 0.36)) with
        {
            Index = random.Between(0.6, 1.1),
            Brightness = random.BetweenLogs(9, 28),
            Colour = SkyColour.Mix(SkyColour.Old, SkyColour.Young, random.Between(0, 0.8)),
        };
        return [disk, Bulge(disk, random.Between(0.6, 0.9))];
    }

    private List<SkyComponent> Spiral(int hand)
    {
        var brightness = random.BetweenLogs(6, 18);
        var contrast = random.Between(0.7, 2.2);
        var disk = Centred(random.Between(0.45, 1), random.BetweenLogs(0.17, 0.33)) with
        {
            Brightness = brightness,
            Colour = SkyColour.Mix(SkyColour.Old, SkyColour.Young, random.Between(0.2, 1)),
        };
        var arms = disk with
        {
            Index = 0.7,
            Brightness = brightness * contrast,
            Colour = SkyColour.Mix(disk.Colour, SkyColour.Young, random.Between(0.3, 1)),
            Arms = new(hand, random.NextUnit() < 0.75 ? 2 : 3, 1 / Math.Tan(random.Between(14, 32) * Math.PI / 180),
                random.Between(0, 2 * Math.PI), random.Between(1.2, 3.5)),
        };
        return [disk, arms, Bulge(disk, random.Between(0.75, 1))];
    }

    private SkyComponent Bulge(SkyComponent disk, double axisRatio) => disk with
    {
        AxisRatio = Math.Max(axisRatio, disk.AxisRatio),
        Radius = disk.Radius * random.Between(0.12, 0.30),
        Index = random.Between(1, 3),
        Brightness = disk.Brightness * random.BetweenLogs(0.5, 4),
        Colour = SkyColour.Mix(SkyColour.Old, disk.Colour, random.Between(0, 0.4)),
    };

    /// <summary>A star or a small galaxy, anywhere but in the middle.</summary>
    private SkyComponent Neighbour()
    {
        var isStar = random.NextUnit() < 0.5;
        var (distance, (sine, cosine)) = (random.Between(0.45, 1.2), Math.SinCos(random.Between(0, 2 * Math.PI)));
        return Centred(isStar ? 1 : random.Between(0.35, 1), isStar ? 0.022 : random.BetweenLogs(0.025, 0.07)) with
        {
            X = distance * cosine,
            Y = distance * sine,
            Index = isStar ? 0.5 : random.Between(0.8, 2),
            Brightness = random.BetweenLogs(3, isStar ? 150 : 30),
            Colour = SkyColour.Mix(SkyColour.Old, SkyColour.Young, random.Between(-0.5, 1.1)),
        };
    }

    /// <summary>An exponential disk near the middle, at any angle, for the caller to change.</summary>
    private SkyComponent Centred(double axisRatio, double radius)
    {
        var (sine, cosine) = Math.SinCos(random.Between(0, Math.PI));
        return new(random.Between(-0.02, 0.02), random.Between(-0.02, 0.02), cosine, sine, axisRatio, radius, Index: 1, Brightness: 1, SkyColour.Old);
    }
}
