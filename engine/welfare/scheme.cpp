// The built-in schemes: the embedded files of schemes/, read once.
#include "engine/welfare/scheme.h"

#include <algorithm>

#include "engine/welfare/embedded_text.h"

namespace desakota::welfare {
namespace {

const std::vector<Scheme>& all() {
    static const std::vector<Scheme> schemes = [] {
        std::vector<Scheme> read;
        for (const auto& id : built_in_schemes()) {
            const std::string path = "schemes/" + id + ".toml";
            read.push_back(parse_scheme(path, embedded_text(path)));
        }
        return read;
    }();
    return schemes;
}

}  // namespace

const std::vector<std::string>& built_in_schemes() {
    static const std::vector<std::string> ids{
        "idm-2016",           "ifi-lamba-2006",
        "fsva-desa-6",        "ikp-bapanas-kabupaten",
        "ikp-bapanas-kota",   "indeks-desa-2024",
        "sajogyo-1977-rural", "sajogyo-1977-urban",
        "sajogyo-1997-six",   "sajogyo-suhardjo-1997",
        "gini-oshima",        "gini-bps",
        "gini-40-50",         "wb40",
    };
    return ids;
}

const Scheme* built_in_scheme(std::string_view id) {
    const auto found = std::ranges::find_if(all(), [id](const Scheme& scheme) { return scheme.id == id; });
    return found == all().end() ? nullptr : &*found;
}

}  // namespace desakota::welfare
