#include "engine/io/source.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "engine/core/error.h"

namespace desakota::io {
namespace {

struct Key {
    std::string_view name;
    std::string Source::*member;
};
constexpr std::array kKeys{
    Key{"layername", &Source::layer_name},
    Key{"subset", &Source::subset},
    Key{"crs", &Source::crs},
    Key{"x", &Source::x_field},
    Key{"y", &Source::y_field},
    Key{"sheet", &Source::sheet},
    Key{"header", &Source::header},
    Key{"title", &Source::title},
};
constexpr std::string_view kPostgres = "PG:";
constexpr std::string_view kPostgresInSmallLetters = "pg:";
/// What of a connection may be shown; everything else could be a secret.
constexpr std::array<std::string_view, 5> kShownSettings{"dbname", "host", "port", "service", "tables"};

std::optional<Key> key_of(std::string_view part) {
    const auto name = part.substr(0, part.find('='));
    const auto* const found = std::ranges::find(kKeys, name, &Key::name);
    if (name.size() == part.size() || found == kKeys.end()) return std::nullopt;
    return *found;
}

core::Error unknown_part(const Source& source, std::string_view part) {
    // A part of a connection may be the rest of a password that holds a '|'.
    const auto shown = is_database(source) ? std::string("...") : std::string(part);
    return core::usage_error(
        core::format_text("{0}: \"|{1}\" is not a part of a source. Use layername=, subset=, crs=, x=, y=, sheet=, "
                          "header= or title=, subset "
                          "last.",
                          "{0}: \"|{1}\" bukan bagian sumber data. Gunakan layername=, subset=, crs=, x=, y=, sheet=, "
                          "header= atau title=, subset "
                          "paling akhir.",
                          public_name(Source{.path = source.path}), shown));
}

void take_part(Source& source, std::string_view part) {
    const auto key = key_of(part);
    if (!key) throw unknown_part(source, part);
    const auto value = part.substr(key->name.size() + 1);
    if (value.empty() || !(source.*key->member).empty()) {
        throw core::usage_error(core::format_text("{0}: give {1}= once, with a value.",
                                                  "{0}: berikan {1}= satu kali saja, dengan nilainya.",
                                                  public_name(Source{.path = source.path}), key->name));
    }
    source.*key->member = value;
}

/// One "key = 'value'" of a connection text, with the quoting that PostgreSQL's library defines.
struct Setting {
    std::string key;
    std::string value;
};

std::string take_value(std::string_view& rest) {
    std::string value;
    const bool quoted = rest.starts_with('\'');
    if (quoted) rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != (quoted ? '\'' : ' ')) {
        if (rest.front() == '\\' && rest.size() > 1) rest.remove_prefix(1);
        value += rest.front();
        rest.remove_prefix(1);
    }
    if (!rest.empty()) rest.remove_prefix(1);
    return value;
}

void skip_blanks(std::string_view& rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
}

std::vector<Setting> connection_settings(std::string_view rest) {
    std::vector<Setting> settings;
    for (skip_blanks(rest); !rest.empty(); skip_blanks(rest)) {
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) break;
        auto key = std::string(rest.substr(0, equals));
        key.erase(std::min(key.find_last_not_of(" \t\r\n") + 1, key.size()));
        rest.remove_prefix(equals + 1);
        skip_blanks(rest);
        settings.push_back({std::move(key), take_value(rest)});
    }
    return settings;
}

bool is_shown(const Setting& setting) {
    return std::ranges::find(kShownSettings, setting.key) != kShownSettings.end();
}

std::string public_connection(std::string_view connection) {
    std::string shown(kPostgres);
    for (const auto& setting : connection_settings(connection)) {
        if (!is_shown(setting) || setting.value.find("://") != std::string::npos) continue;
        if (shown.size() > kPostgres.size()) shown += ' ';
        shown += setting.key + "=" + setting.value;
    }
    return shown;
}

std::string_view connection_of(const Source& source) {
    return std::string_view(source.path).substr(kPostgres.size());
}

}  // namespace

Source parse_source(std::string_view text) {
    Source source;
    auto bar = text.find('|');
    source.path = text.substr(0, bar);
    if (source.path.empty()) {
        throw core::usage_error({"A layer has no file name.", "Nama berkas sebuah layer kosong."});
    }
    while (bar != std::string_view::npos) {
        text.remove_prefix(bar + 1);
        bar = text.starts_with("subset=") ? std::string_view::npos : text.find('|');
        take_part(source, text.substr(0, bar));
    }
    if (source.x_field.empty() != source.y_field.empty()) {
        throw core::usage_error(core::format_text("{0}: x= and y= go together.", "{0}: x= dan y= harus berpasangan.",
                                                  public_name(Source{.path = source.path})));
    }
    return source;
}

bool is_database(const Source& source) {
    return source.path.starts_with(kPostgres) || source.path.starts_with(kPostgresInSmallLetters);
}

std::string public_name(const Source& source) {
    if (!source.title.empty()) return source.title;
    auto name = is_database(source) ? public_connection(connection_of(source)) : source.path;
    if (!source.layer_name.empty()) name += "|layername=" + source.layer_name;
    if (!source.sheet.empty()) name += "|sheet=" + source.sheet;
    return name;
}

std::string without_secrets(std::string message, const Source& source) {
    if (!is_database(source)) return message;
    // PostgreSQL's library quotes the connection text itself where it cannot parse it.
    constexpr std::array<std::string_view, 3> kQuoting{"connection info string", "connection option", "URI"};
    const bool is_quoted =
        std::ranges::any_of(kQuoting, [&](std::string_view sign) { return message.find(sign) != std::string::npos; });
    if (is_quoted || source.path.find("://") != std::string::npos) return "check the connection text";
    for (const auto& setting : connection_settings(connection_of(source))) {
        if (is_shown(setting) || setting.value.empty()) continue;
        for (auto at = message.find(setting.value); at != std::string::npos; at = message.find(setting.value, at + 3)) {
            message.replace(at, setting.value.size(), "***");
        }
    }
    return message;
}

}  // namespace desakota::io
