#include "engine/analyses/indicator_values.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/feature_messages.h"
#include "engine/core/number_text.h"
#include "engine/core/suggestion.h"

namespace desakota::analyses {
namespace {

using welfare::Indicator;

constexpr const char* kLayer = "settlements";
constexpr const char* kFields = "indicator-fields";
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr double kHundred = 100.0;

std::string lower_case(std::string text) {
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

bool is_alike(const std::string& left, const std::string& right) {
    return lower_case(left) == lower_case(right);
}

/// The numbers of one indicator's field, row for row.
class IndicatorReader {
public:
    IndicatorReader(const layers::Layer& layer, const layers::Column* names, const layers::Column& column,
                    const Indicator& indicator, double factor)
        : layer_(layer), names_(names), column_(column), indicator_(indicator), factor_(factor) {}

    std::vector<double> read(core::Diagnostics& diagnostics) {
        std::vector<double> values(layer_.row_count, kMissing);
        for (std::size_t row = 0; row < values.size(); ++row) values[row] = value(row);
        if (!no_numbers_.empty()) report_no_numbers(diagnostics);
        if (outside_.empty()) {
            doubt_percent(values, diagnostics);
        } else if (looks_like_percent(values)) {
            diagnostics.error(core::format_text(
                "{0}: the field {1} goes up to {2}, but {3} is a share from 0 to 1: is it percent? Then add "
                "--shares-as "
                "percent.",
                "{0}: kolom {1} sampai {2}, padahal {3} adalah proporsi dari 0 sampai 1: apakah isinya persen? Kalau "
                "ya, tambahkan --shares-as percent.",
                layers::describe_layer(layer_), column_.name(), core::number_text(most_), indicator_.code));
        } else {
            report_outside(diagnostics);
        }
        return values;
    }

private:
    double value(std::size_t row) {
        const auto number = number_at(row);
        if (!number) return kMissing;
        const double value = factor_ * *number;
        most_ = std::max(most_, value);
        if (value < indicator_.least || value > indicator_.most) outside_.push_back(row);
        return value;
    }

    std::optional<double> number_at(std::size_t row) {
        if (column_.is_missing(row)) return std::nullopt;
        std::optional<double> number;
        if (column_.type() == layers::ColumnType::Text) {
            const auto text = trimmed_text(std::string(column_.text(row).value_or(std::string_view{})));
            if (text.empty()) return std::nullopt;
            number = parse_amount(text, false);
        } else {
            number = column_.number(row);
        }
        if (number && std::isfinite(*number)) return number;
        no_numbers_.push_back(row);
        return std::nullopt;
    }

    /// All is within 0 and 100, and what is above 1 is why the values do not fit.
    [[nodiscard]] bool looks_like_percent(const std::vector<double>& values) const {
        if (indicator_.unit != "share" || indicator_.most != 1.0) return false;
        return std::ranges::none_of(values, [](double value) { return value < 0.0 || value > kHundred; });
    }

    void doubt_percent(const std::vector<double>& values, core::Diagnostics& diagnostics) const {
        if (indicator_.unit != "percent" || !(most_ > 0.0) || most_ > 1.0) return;
        if (std::ranges::any_of(values, [](double value) { return value < 0.0; })) return;
        diagnostics.warning(core::format_text(
            "{0}: the field {1} goes up to {2} only, but {3} is in percent: is it a share from 0 to 1? Then add "
            "--shares-as share.",
            "{0}: kolom {1} hanya sampai {2}, padahal {3} dalam persen: apakah isinya proporsi dari 0 sampai 1? Kalau "
            "ya, tambahkan --shares-as share.",
            layers::describe_layer(layer_), column_.name(), core::number_text(most_), indicator_.code));
    }

    void report_no_numbers(core::Diagnostics& diagnostics) const {
        diagnostics.error(
            core::format_text("{0}: the field {1} holds text that is no number: ",
                              "{0}: kolom {1} berisi teks yang bukan angka: ", layers::describe_layer(layer_),
                              column_.name()) +
            feature_list(layer_, no_numbers_, names_) +
            core::Text{". Correct the values or leave them empty.", ". Betulkan nilainya atau kosongkan."});
    }

    [[nodiscard]] core::Text range() const {
        if (std::isinf(indicator_.most)) {
            return core::format_text("at least {0}", "sekurang-kurangnya {0}", core::number_text(indicator_.least));
        }
        if (std::isinf(indicator_.least)) {
            return core::format_text("at most {0}", "paling banyak {0}", core::number_text(indicator_.most));
        }
        return core::format_text("from {0} to {1}", "dari {0} sampai {1}", core::number_text(indicator_.least),
                                 core::number_text(indicator_.most));
    }

    void report_outside(core::Diagnostics& diagnostics) const {
        diagnostics.error(
            core::format_text("{0}: the field {1} holds values outside the range of {2} (",
                              "{0}: kolom {1} berisi nilai di luar rentang {2} (", layers::describe_layer(layer_),
                              column_.name(), indicator_.code) +
            range() + core::same_text("): ") + feature_list(layer_, outside_, names_) +
            core::Text{". Correct the values or leave them empty.", ". Betulkan nilainya atau kosongkan."});
    }

    const layers::Layer& layer_;
    const layers::Column* names_;
    const layers::Column& column_;
    const Indicator& indicator_;
    double factor_;
    double most_ = -std::numeric_limits<double>::infinity();
    std::vector<std::size_t> no_numbers_;
    std::vector<std::size_t> outside_;
};

/// By what the values of an indicator are multiplied.
double factor_of(const Indicator& indicator, const std::string& shares_as) {
    if (indicator.unit == "share" && shares_as == "percent") return 1.0 / kHundred;
    if (indicator.unit == "percent" && shares_as == "share") return kHundred;
    return 1.0;
}

/// The indicators whose fields are not there, all in one sentence; `wanted`: the names that were looked for.
core::Text not_in_the_data(const layers::Layer& layer, const std::vector<const Indicator*>& missing,
                           const std::vector<std::string>& wanted) {
    constexpr std::size_t kTitled = 5;
    core::Text list;
    for (std::size_t i = 0; i < missing.size(); ++i) {
        list = list + core::same_text((i == 0 ? "" : ", ") + wanted[i]);
        if (missing.size() <= kTitled) list = list + core::same_text(" (") + missing[i]->title + core::same_text(")");
    }
    return core::format_text("{0}: no fields for indicators of the scheme: ",
                             "{0}: tidak ada kolom untuk indikator skema: ", layers::describe_layer(layer)) +
           list +
           core::format_text(". Call the fields so, or name them: --indicator-names \"{0}=FIELD, ...\".",
                             ". Namai kolomnya demikian, atau sebutkan: --indicator-names \"{0}=KOLOM, ...\".",
                             missing.front()->code);
}

const layers::Column* find_field(const layers::Layer& layer, const std::vector<std::string>& fields,
                                 const std::string& wanted) {
    const auto found = std::ranges::find_if(fields, [&](const std::string& name) { return is_alike(name, wanted); });
    return found == fields.end() ? nullptr : layer.find(*found);
}

/// What indicators are called, and where they are not called by their code.
struct IndicatorNames {
    const welfare::Scheme& scheme;
    const std::map<std::string, std::string>& others;
};

/// The field of each indicator; an error tells of those that have none.
std::vector<const layers::Column*> find_fields(const layers::Layer& layer, const std::vector<std::string>& fields,
                                               const IndicatorNames& names, core::Diagnostics& diagnostics) {
    std::vector<const layers::Column*> columns;
    std::vector<const Indicator*> missing;
    std::vector<std::string> missing_names;
    for (const auto& indicator : names.scheme.indicators) {
        const auto named = names.others.find(indicator.code);
        const auto& wanted = named == names.others.end() ? indicator.code : named->second;
        columns.push_back(find_field(layer, fields, wanted));
        if (columns.back() != nullptr) continue;
        missing.push_back(&indicator);
        missing_names.push_back(wanted);
    }
    if (!missing.empty()) diagnostics.error(not_in_the_data(layer, missing, missing_names));
    return columns;
}

}  // namespace

std::map<std::string, std::string> parse_indicator_names(const std::string& text, const welfare::Scheme& scheme,
                                                         core::Diagnostics& diagnostics) {
    std::map<std::string, std::string> names;
    std::vector<std::string> codes;
    codes.reserve(scheme.indicators.size());
    for (const auto& indicator : scheme.indicators) codes.push_back(indicator.code);
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(',', begin), text.size());
        const auto part = trimmed_text(text.substr(begin, end - begin));
        begin = end + 1;
        const auto equals = part.find('=');
        const auto code = trimmed_text(part.substr(0, equals));
        const auto field = equals == std::string::npos ? std::string{} : trimmed_text(part.substr(equals + 1));
        if (code.empty() || field.empty()) {
            diagnostics.error(core::format_text(
                "--indicator-names: \"{0}\" must be like CODE=FIELD, several separated by commas.",
                "--indicator-names: \"{0}\" harus berbentuk KODE=KOLOM, beberapa dipisahkan koma.", part));
        } else if (std::ranges::find(codes, code) == codes.end()) {
            diagnostics.error(core::format_text("--indicator-names: the scheme has no indicator {0}.",
                                                "--indicator-names: skema tidak punya indikator {0}.", code) +
                              core::did_you_mean(core::nearest_word(code, codes)));
        } else if (!names.emplace(code, field).second) {
            diagnostics.error(core::format_text("--indicator-names: {0} is named twice; keep one.",
                                                "--indicator-names: {0} disebut dua kali; sisakan satu.", code));
        }
    }
    return names;
}

welfare::IndicatorColumns read_indicators(Arguments& arguments, const welfare::Scheme& scheme,
                                          core::Diagnostics& diagnostics) {
    const auto names = parse_indicator_names(arguments.text("indicator-names"), scheme, diagnostics);
    const auto& layer = *arguments.layer(kLayer);
    const auto columns = find_fields(layer, arguments.field_list(kFields), {scheme, names}, diagnostics);
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    const auto shares_as = arguments.text("shares-as");
    const auto* titles = arguments.column(kLayer, "name-field");
    welfare::IndicatorColumns values;
    bool has_factor = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double factor = factor_of(scheme.indicators[i], shares_as);
        has_factor = has_factor || factor != 1.0;
        values.push_back(IndicatorReader(layer, titles, *columns[i], scheme.indicators[i], factor).read(diagnostics));
    }
    if (arguments.is_given("shares-as") && shares_as != "scheme" && !has_factor) {
        diagnostics.option_without_effect(core::format_text(
            "--shares-as {0} has no effect: no indicator of the scheme is given in the other unit.",
            "--shares-as {0} tidak berpengaruh: tidak ada indikator skema dalam satuan yang lain.", shares_as));
    }
    return values;
}

}  // namespace desakota::analyses
