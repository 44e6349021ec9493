#include "engine/statistics/significance.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace desakota::statistics {

double two_sided_p(double z) {
    return 2.0 * boost::math::cdf(boost::math::complement(boost::math::normal(), std::abs(z)));
}

double chi_squared_p(double chi_squared, double degrees_of_freedom) {
    const boost::math::chi_squared distribution(degrees_of_freedom);
    return boost::math::cdf(boost::math::complement(distribution, std::max(0.0, chi_squared)));
}

}  // namespace desakota::statistics
