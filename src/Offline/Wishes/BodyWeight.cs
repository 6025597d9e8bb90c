using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"75.2 kg this morning, mood 3": kilos without a word for them are the body's, where they could be and nothing is said to weigh so much.</summary>
internal static class BodyWeight
{
    public static bool Is(Cursor start, Cursor after, object kilos) =>
        after.Previous.Norm is "kg" or "kgs" or "kilos" or "quilos" && Convert.ToDecimal(kilos, System.Globalization.CultureInfo.InvariantCulture) is >= 35 and <= 220
        && (start.At == 0 || start.Previous.Norm is "," or "." or ";" or "\n" or ":" or "e" or "and")
        && !(start.At == 0 && after.AtEnd) && (after.AtEnd || !after.Token.IsWord || after.Word is "e" or "and" or "this" or "today" or "hoje" or "agora");
}
