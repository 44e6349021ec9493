#include "engine/study/parameter_words.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/core/number_text.h"
#include "engine/study/typed_values.h"

namespace desakota::study {
namespace {

using analyses::Parameter;
using analyses::ParameterKind;
using core::Text;

std::optional<std::string> number_word(const config::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value.data)) return core::number_text(*number);
    return std::nullopt;
}

std::optional<std::string> text_word(const config::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
    return std::nullopt;
}

bool is_number(const Parameter& parameter) {
    return parameter.kind == ParameterKind::Number || parameter.kind == ParameterKind::Numbers;
}

Text wanted_type(const Parameter& parameter) {
    if (parameter.kind == ParameterKind::YesNo) return {"true or false", "true atau false"};
    if (is_number(parameter)) {
        return takes_many(parameter) ? Text{"numbers, [1000, 5000]", "bilangan, [1000, 5000]"}
                                     : Text{"a number, without quotes", "bilangan, tanpa tanda kutip"};
    }
    return takes_many(parameter) ? Text{"texts in quotes, [\"a\", \"b\"]", "teks dalam tanda kutip, [\"a\", \"b\"]"}
                                 : Text{"a text in quotes", "teks dalam tanda kutip"};
}

/// One value, or where the parameter takes several a list of them.
std::optional<std::vector<std::string>> words_of(const Parameter& parameter, const config::Value& value) {
    const auto word = is_number(parameter) ? number_word : text_word;
    if (auto single = word(value)) return std::vector{*std::move(single)};
    const auto* array = std::get_if<config::Array>(&value.data);
    if (array == nullptr || !takes_many(parameter)) return std::nullopt;
    std::vector<std::string> words;
    for (const auto& item : *array) {
        auto one = word(item);
        if (!one) return std::nullopt;
        words.push_back(*std::move(one));
    }
    return words;
}

/// A list of columns written as one text, "a,b": the list that is meant.
Text meant_list(const Parameter& parameter, const config::Value& value) {
    const auto* text = std::get_if<std::string>(&value.data);
    if (parameter.kind != ParameterKind::Fields || text == nullptr || text->find(',') == std::string::npos) return {};
    std::string list;
    std::size_t from = 0;
    while (from <= text->size()) {
        const auto end = std::min(text->find(',', from), text->size());
        auto word = std::string_view(*text).substr(from, end - from);
        while (word.starts_with(' ')) word.remove_prefix(1);
        while (word.ends_with(' ')) word.remove_suffix(1);
        list.append(list.empty() ? "\"" : ", \"").append(word).append("\"");
        from = end + 1;
    }
    return core::format_text("`{0}` takes a list: {0} = [{1}].", "`{0}` berupa daftar: {0} = [{1}].", parameter.name,
                             list);
}

}  // namespace

std::optional<std::vector<std::string>> parameter_words(const Parameter& parameter, const config::Value& value,
                                                        const std::function<void(Text)>& fault) {
    if (auto meant = meant_list(parameter, value); !meant.english.empty()) {
        fault(std::move(meant));
        return std::nullopt;
    }
    std::optional<std::vector<std::string>> words;
    if (parameter.kind == ParameterKind::YesNo) {
        if (const auto* yes = std::get_if<bool>(&value.data)) words = std::vector<std::string>{*yes ? "true" : "false"};
    } else {
        words = words_of(parameter, value);
    }
    if (!words) {
        fault(core::format_text("`{}` must be ", "`{}` harus berupa ", parameter.name) + wanted_type(parameter) +
              Text{".", "."});
    }
    return words;
}

}  // namespace desakota::study
