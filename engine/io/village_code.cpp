#include "engine/io/village_code.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <ogrsf_frmts.h>

#include "engine/io/table_cells.h"

namespace desakota::io {
namespace {

constexpr std::array<std::size_t, 4> kDigits{2, 2, 3, 3};
using PartNames = std::array<std::string_view, kDigits.size()>;
constexpr std::array<PartNames, 2> kParts{PartNames{"r101", "r102", "r103", "r104"},
                                          PartNames{"kdprov", "kdkab", "kdkec", "kddesa"}};
constexpr std::string_view kName = "kode_bps";

std::optional<int> field_of(const std::vector<SchemaColumn>& columns, std::string_view name) {
    for (const auto& column : columns) {
        if (plain_word(column.definition.name) == name) return column.field;
    }
    return std::nullopt;
}

}  // namespace

void offer_village_code(std::vector<SchemaColumn>& columns) {
    if (field_of(columns, plain_word(kName))) return;
    for (const auto& names : kParts) {
        SchemaColumn joined{.definition = {.name = std::string(kName)}, .form = ValueForm::VillageCode};
        for (const auto name : names) {
            if (const auto field = field_of(columns, name)) joined.parts.push_back(*field);
        }
        if (joined.parts.size() != kDigits.size()) continue;
        joined.field = joined.parts.back();
        columns.push_back(std::move(joined));
        return;
    }
}

std::string village_code(const OGRFeature& feature, const SchemaColumn& column) {
    std::string code;
    for (std::size_t part = 0; part < kDigits.size(); ++part) {
        const int field = column.parts[part];
        const auto digits = feature.IsFieldSetAndNotNull(field) != 0 ? cell_text(feature.GetFieldAsString(field)) : "";
        const bool is_code = !digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos;
        if (!is_code || digits.size() > kDigits[part]) return {};
        code += std::string(kDigits[part] - digits.size(), '0') + digits;
    }
    return code;
}

}  // namespace desakota::io
