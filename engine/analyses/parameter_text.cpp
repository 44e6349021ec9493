#include "engine/analyses/parameter_text.h"

#include "engine/analyses/resolve.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

using core::format_text;
using core::Text;

Text default_text(const Parameter& parameter) {
    std::string value = parameter.default_text;
    if (parameter.default_number) value = core::number_text(*parameter.default_number);
    if (parameter.default_number && !parameter.unit.empty()) value += " " + parameter.unit;
    if (parameter.default_yes) {
        return format_text(" Default: yes; --no-{} turns it off.", " Bawaan: ya; --no-{} mematikannya.",
                           parameter.name);
    }
    if (value.empty()) return {};
    return format_text(" Default: {}.", " Bawaan: {}.", value);
}

Text choices_text(const Parameter& parameter) {
    Text text;
    for (const auto& choice : parameter.choices) {
        text = text + core::same_text(text.english.empty() ? " " : "; ") + core::same_text(choice.code + ": ") +
               choice.label;
    }
    return text.english.empty() ? text : text + core::same_text(".");
}

Text geometry_text(const Parameter& parameter) {
    if (parameter.geometry.empty()) return {};
    return Text{" Geometry: ", " Geometri: "} + geometry_names(parameter.geometry) + core::same_text(".");
}

Text number_text(const Parameter& parameter) {
    const auto range = range_text(parameter);
    if (!range.english.empty()) return Text{" Range: ", " Rentang: "} + range + core::same_text(".");
    if (parameter.unit.empty()) return {};
    return format_text(" Unit: {}.", " Satuan: {}.", parameter.unit);
}

Text field_text(const Parameter& parameter) {
    if (parameter.of.empty()) return {};
    auto text = format_text(" A field of --{}.", " Kolom dari --{}.", parameter.of);
    if (parameter.usual_names.empty()) return text;
    if (parameter.usual_names.front() == kEveryField) {
        return text + Text{" Otherwise all fields that no other option takes.",
                           " Jika tidak diisi, semua kolom yang tidak diambil pilihan lain."};
    }
    const auto names = joined(parameter.usual_names, ", ");
    return text + format_text(" Otherwise the first found of: {}.",
                              " Jika tidak diisi, yang pertama ditemukan dari: {}.", names);
}

}  // namespace

Text usage_word(const Parameter& parameter) {
    switch (parameter.kind) {
        case ParameterKind::Layer:
            return {"LAYER", "LAPISAN"};
        case ParameterKind::Layers:
            return {"LAYER...", "LAPISAN..."};
        case ParameterKind::Raster:
            return {"RASTER", "RASTER"};
        case ParameterKind::Field:
            return {"FIELD", "KOLOM"};
        case ParameterKind::Fields:
            return {"FIELD...", "KOLOM..."};
        case ParameterKind::Number:
            return {"NUMBER", "ANGKA"};
        case ParameterKind::Numbers:
            return {"NUMBER,...", "ANGKA,..."};
        case ParameterKind::Choice:
            return core::same_text(joined(choice_codes(parameter), "|"));
        case ParameterKind::File:
            return {"FILE", "BERKAS"};
        case ParameterKind::Text:
            return parameter.name == "output" ? Text{"FILE", "BERKAS"} : Text{"TEXT", "TEKS"};
        case ParameterKind::YesNo:
            break;
    }
    return {};
}

Text range_text(const Parameter& parameter) {
    const auto unit = parameter.unit.empty() ? std::string{} : " " + parameter.unit;
    const auto low = parameter.minimum ? core::number_text(*parameter.minimum) : std::string{};
    const auto high = parameter.maximum ? core::number_text(*parameter.maximum) : std::string{};
    if (!low.empty() && !high.empty()) return format_text("{} to {}{}", "{} sampai {}{}", low, high, unit);
    if (!low.empty()) return format_text("at least {}{}", "paling sedikit {}{}", low, unit);
    if (!high.empty()) return format_text("at most {}{}", "paling banyak {}{}", high, unit);
    return {};
}

Text parameter_description(const Parameter& parameter) {
    auto text = parameter.title + core::same_text(". ") + parameter.help + geometry_text(parameter) +
                number_text(parameter) + choices_text(parameter) + field_text(parameter) + default_text(parameter);
    if (parameter.required) text = text + Text{" Required.", " Wajib."};
    return text;
}

Text geometry_name(geo::GeometryType type) {
    switch (type) {
        case geo::GeometryType::Point:
            return {"point", "titik"};
        case geo::GeometryType::Line:
            return {"line", "garis"};
        case geo::GeometryType::Polygon:
            return {"polygon", "poligon"};
        case geo::GeometryType::None:
            break;
    }
    return {"none (a table)", "tanpa geometri (tabel)"};
}

Text geometry_names(const std::vector<geo::GeometryType>& types) {
    Text names;
    for (std::size_t index = 0; index < types.size(); ++index) {
        if (index > 0) names = names + (index + 1 == types.size() ? Text{" or ", " atau "} : core::same_text(", "));
        names = names + geometry_name(types[index]);
    }
    return names;
}

Text column_type_name(layers::ColumnType type) {
    switch (type) {
        case layers::ColumnType::WholeNumber:
            return {"whole number", "bilangan bulat"};
        case layers::ColumnType::Number:
            return {"number", "bilangan"};
        case layers::ColumnType::YesNo:
            return {"yes/no", "ya/tidak"};
        case layers::ColumnType::Text:
            break;
    }
    return {"text", "teks"};
}

std::vector<std::string> choice_codes(const Parameter& parameter) {
    std::vector<std::string> codes;
    codes.reserve(parameter.choices.size());
    for (const auto& choice : parameter.choices) codes.push_back(choice.code);
    return codes;
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string result;
    for (const auto& text : texts) {
        if (!result.empty()) result += between;
        result += text;
    }
    return result;
}

}  // namespace desakota::analyses
