#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/composite_index.h"
#include "engine/analyses/resolve.h"
#include "engine/welfare/scheme.h"

namespace desakota::analyses {

/// An index of two indicators, `a` and `b`, of equal weight; low below 0.5, else high. `keys` are further lines.
[[nodiscard]] inline std::string own_scheme(const std::string& keys = "") {
    return "format = 1\nid = \"own\"\ntitle = {en = \"own index\", id = \"indeks sendiri\"}\nauthority = \"test\"\n"
           "provenance = \"own\"\ndirection = \"higher_is_better\"\n" +
           keys +
           "closure = \"left\"\nbreaks = [0.5]\n"
           "[[class]]\ncode = \"low\"\nlabel = {en = \"low\", id = \"rendah\"}\ncolour = \"#112233\"\n"
           "[[class]]\ncode = \"high\"\nlabel = {en = \"high\", id = \"tinggi\"}\ncolour = \"#445566\"\n"
           "[[indicator]]\ncode = \"a\"\ntitle = {en = \"first\", id = \"pertama\"}\n"
           "[[indicator]]\ncode = \"b\"\ntitle = {en = \"second\", id = \"kedua\"}\n";
}

/// A run with a scheme: the text of a file, or the code of a built-in one.
struct CompositeRun : MiniRun {
    explicit CompositeRun(const std::string& scheme) : MiniRun(describe_composite_index()) {
        if (scheme.find('\n') == std::string::npos) {
            if (!scheme.empty()) give("scheme", scheme);
        } else {
            arguments.files["scheme-file"] = {"own.toml", scheme};
        }
    }

    /// The settlements, with the fields that a front end takes for indicators.
    void settle(const LayerMaker& settlements) {
        add("settlements", settlements);
        arguments.layer("settlements")->geometry_type = geo::GeometryType::Point;
        find("name-field", "nama");
        LayerSchema schema{"desa", geo::GeometryType::Point, {}};
        for (const auto& column : arguments.layer("settlements")->columns)
            schema.columns.push_back(column.definition());
        core::Diagnostics unheard;
        const auto fields =
            resolve_fields(analysis, {{"settlements", {schema}}}, {}, unheard, asked_fields(analysis, arguments));
        arguments.fields["indicator-fields"] = fields.at("indicator-fields");
    }
};

[[nodiscard]] inline LayerMaker three_villages() {
    return LayerMaker("desa")
        .points({metres(0)})
        .points({metres(1000)})
        .points({metres(2000)})
        .texts("nama", {"A", "B", "C"});
}

/// The scores of three villages for IDM: 5 but where `scores` says otherwise.
[[nodiscard]] inline LayerMaker idm_villages(const std::map<std::string, std::vector<double>>& scores) {
    auto layer = three_villages();
    for (const auto& indicator : welfare::built_in_scheme("idm-2016")->indicators) {
        const auto place = scores.find(indicator.code);
        layer.numbers(indicator.code, place == scores.end() ? std::vector<double>(3, 5.0) : place->second);
    }
    return layer;
}

}  // namespace desakota::analyses
