#include "engine/study/typed_values.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "engine/analyses/parameter_text.h"
#include "engine/core/number_text.h"
#include "engine/core/suggestion.h"

namespace desakota::study {
namespace {

using analyses::joined;
using analyses::Parameter;
using analyses::ParameterKind;
using core::format_text;

/// What was typed for one option. `given` is false where it was not typed at all.
struct Typed {
    bool given = false;
    std::vector<std::string> values;
};

/// Reads the options one by one into `values`, and tells what is wrong.
class Reader {
public:
    Reader(const Words& words, TypedValues& values, core::Diagnostics& diagnostics)
        : words_(words), values_(values), diagnostics_(diagnostics) {}

    void read(const Parameter& parameter) {
        fill_default(parameter);
        if (parameter.kind == ParameterKind::YesNo) {
            read_yes_no(parameter);
            return;
        }
        const auto typed = typed_words(parameter.name);
        if (!typed.given) {
            if (parameter.required && !is_field(parameter)) report_missing(parameter);
            return;
        }
        values_.given.push_back(parameter.name);
        if (is_sound(parameter, typed)) store(parameter, typed.values);
    }

private:
    [[nodiscard]] Typed typed_words(const std::string& name) const {
        const auto place = words_.find(name);
        return place == words_.end() ? Typed{} : Typed{true, place->second};
    }

    void fill_default(const Parameter& parameter) {
        if (parameter.default_number) values_.numbers[parameter.name] = {*parameter.default_number};
        if (!parameter.default_text.empty()) values_.texts[parameter.name] = parameter.default_text;
        if (parameter.kind == ParameterKind::YesNo) values_.yes_no[parameter.name] = parameter.default_yes;
    }

    void report_missing(const Parameter& parameter) {
        diagnostics_.error(format_text("--{} is missing: ", "--{} belum diisi: ", parameter.name) + parameter.title +
                           format_text(". Give it as --{0} {1}.", ". Isikan dengan --{0} {2}.", parameter.name,
                                       usage_word(parameter).english, usage_word(parameter).indonesian));
    }

    void report_twice(const std::string& name) {
        diagnostics_.error(format_text("--{} is given more than once; keep one.",
                                       "--{} ditulis lebih dari sekali; sisakan satu saja.", name));
    }

    bool is_sound(const Parameter& parameter, const Typed& typed) {
        if (std::ranges::find(typed.values, "") != typed.values.end()) {
            diagnostics_.error(format_text("--{0} needs a value: --{0} {1}.", "--{0} memerlukan nilai: --{0} {2}.",
                                           parameter.name, usage_word(parameter).english,
                                           usage_word(parameter).indonesian));
            return false;
        }
        if (typed.values.size() > 1 && !takes_many(parameter)) {
            report_twice(parameter.name);
            return false;
        }
        return true;
    }

    void read_yes_no(const Parameter& parameter) {
        const auto yes = typed_words(parameter.name);
        const auto no = needs_negation(parameter) ? typed_words(std::string(kNegation) + parameter.name) : Typed{};
        if (!yes.given && !no.given) return;
        values_.given.push_back(parameter.name);
        values_.yes_no[parameter.name] = yes.given;
        if (yes.values.size() + no.values.size() > 1) report_twice(parameter.name);
        for (const auto* typed : {&yes, &no}) {
            for (const auto& value : typed->values) {
                if (value == "true") continue;
                diagnostics_.error(format_text("--{} takes no value; leave out \"{}\".",
                                               "--{} tidak memerlukan nilai; hapus \"{}\".", parameter.name, value));
            }
        }
    }

    void store(const Parameter& parameter, const std::vector<std::string>& typed) {
        switch (parameter.kind) {
            case ParameterKind::Layer:
            case ParameterKind::Layers:
            case ParameterKind::Raster:
                values_.sources[parameter.name] = typed;
                break;
            case ParameterKind::Field:
            case ParameterKind::Fields:
                values_.fields[parameter.name] = typed;
                break;
            case ParameterKind::Number:
            case ParameterKind::Numbers:
                store_numbers(parameter, typed);
                break;
            case ParameterKind::Choice:
                store_choice(parameter, typed.front());
                break;
            case ParameterKind::File:
                values_.files[parameter.name] = typed.front();
                break;
            default:
                values_.texts[parameter.name] = typed.front();
        }
    }

    void store_choice(const Parameter& parameter, const std::string& code) {
        if (std::ranges::find(parameter.choices, code, &analyses::Choice::code) != parameter.choices.end()) {
            values_.texts[parameter.name] = code;
            return;
        }
        const auto codes = choice_codes(parameter);
        diagnostics_.error(format_text("--{}: unknown value \"{}\"; accepted: {}.",
                                       "--{}: nilai \"{}\" tidak dikenal; yang diterima: {}.", parameter.name, code,
                                       joined(codes, ", ")) +
                           core::did_you_mean(core::nearest_word(code, codes)));
    }

    void store_numbers(const Parameter& parameter, const std::vector<std::string>& typed) {
        std::vector<double> numbers;
        for (const auto& text : typed) {
            const bool is_list = parameter.kind == ParameterKind::Numbers;
            for (const auto& part : is_list ? split_list(text) : std::vector<std::string>{text}) {
                if (const auto number = read_number(parameter, part)) numbers.push_back(*number);
            }
        }
        values_.numbers[parameter.name] = std::move(numbers);
    }

    /// The parts between commas and blanks.
    static std::vector<std::string> split_list(const std::string& text) {
        constexpr std::string_view kBetween = ", \t\n";
        std::vector<std::string> parts;
        std::size_t begin = text.find_first_not_of(kBetween);
        while (begin != std::string::npos) {
            const auto end = text.find_first_of(kBetween, begin);
            parts.push_back(text.substr(begin, end - begin));
            begin = end == std::string::npos ? end : text.find_first_not_of(kBetween, end);
        }
        return parts;
    }

    std::optional<double> read_number(const Parameter& parameter, const std::string& text) {
        const auto number = core::parse_number(text);
        if (!number) {
            report_no_number(parameter, text);
        } else if (parameter.whole && std::floor(*number) != *number) {
            diagnostics_.error(
                format_text("--{}: {} is not a whole number.", "--{}: {} bukan bilangan bulat.", parameter.name, text));
        } else if ((parameter.minimum && *number < *parameter.minimum) ||
                   (parameter.maximum && *number > *parameter.maximum)) {
            diagnostics_.error(
                format_text("--{}: {} is out of range: ", "--{}: {} di luar rentang: ", parameter.name, text) +
                range_text(parameter) + core::same_text("."));
        } else {
            return number;
        }
        return std::nullopt;
    }

    void report_no_number(const Parameter& parameter, const std::string& text) {
        auto problem = format_text("--{}: \"{}\" is not a number.", "--{}: \"{}\" bukan angka.", parameter.name, text);
        auto with_stop = text;
        std::ranges::replace(with_stop, ',', '.');
        if (with_stop != text && core::parse_number(with_stop)) {
            problem = problem + format_text(" Write the decimal mark as a full stop: {}.",
                                            " Tulis tanda desimal sebagai titik: {}.", with_stop);
        }
        diagnostics_.error(std::move(problem));
    }

    const Words& words_;
    TypedValues& values_;
    core::Diagnostics& diagnostics_;
};

/// A field has no effect where its layer was not given.
void report_fields_without_layer(const std::vector<Parameter>& parameters, const TypedValues& values,
                                 core::Diagnostics& diagnostics) {
    for (const auto& parameter : parameters) {
        if (!is_field(parameter) || std::ranges::find(values.given, parameter.name) == values.given.end()) continue;
        if (std::ranges::find(values.given, parameter.of) != values.given.end()) continue;
        diagnostics.option_without_effect(format_text(
            "--{} has no effect without --{}.", "--{} tidak berpengaruh tanpa --{}.", parameter.name, parameter.of));
    }
}

}  // namespace

bool takes_many(const Parameter& parameter) {
    return parameter.kind == ParameterKind::Layers || parameter.kind == ParameterKind::Fields ||
           parameter.kind == ParameterKind::Numbers;
}

bool is_field(const Parameter& parameter) {
    return parameter.kind == ParameterKind::Field || parameter.kind == ParameterKind::Fields;
}

bool is_layer(const Parameter& parameter) {
    return parameter.kind == ParameterKind::Layer || parameter.kind == ParameterKind::Layers ||
           parameter.kind == ParameterKind::Raster;
}

bool needs_negation(const Parameter& parameter) {
    return parameter.kind == ParameterKind::YesNo && parameter.default_yes;
}

std::string TypedValues::text(const std::string& name) const {
    const auto place = texts.find(name);
    return place == texts.end() ? std::string{} : place->second;
}

bool TypedValues::is_yes(const std::string& name) const {
    const auto place = yes_no.find(name);
    return place != yes_no.end() && place->second;
}

TypedValues read_values(const std::vector<Parameter>& parameters, const Words& words, core::Diagnostics& diagnostics) {
    TypedValues values;
    Reader reader(words, values, diagnostics);
    for (const auto& parameter : parameters) reader.read(parameter);
    if (values.is_yes("allow-unused-options")) diagnostics.allow_unused_options();
    report_fields_without_layer(parameters, values, diagnostics);
    return values;
}

}  // namespace desakota::study
