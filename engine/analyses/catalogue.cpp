#include "engine/analyses/catalogue.h"

#include <algorithm>

namespace desakota::analyses {

const Parameter* Analysis::find(const std::string& name) const {
    const auto place = std::ranges::find(parameters, name, &Parameter::name);
    return place == parameters.end() ? nullptr : &*place;
}

}  // namespace desakota::analyses
