// What the plugin's Python side calls. Nothing else of the library is visible from outside.
#include <qgsapplication.h>
#include <qgsprocessingregistry.h>

#include "qgis_plugin/provider.h"

#include "engine/analyses/registry.h"

#define DESAKOTA_EXPORT extern "C" __attribute__((visibility("default")))

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;

/// Calls `work`, which returns whether it was done; no exception leaves it.
template <class Work>
int status_of(const Work& work) noexcept {
    try {
        return work() ? kDone : kFailed;
    } catch (...) {
        return kFailed;
    }
}

}  // namespace

/// Makes Desakota's algorithms known to QGIS; done also where they are known already. 0: done.
DESAKOTA_EXPORT int desakota_register() {
    return status_of([] {
        auto* const registry = QgsApplication::processingRegistry();
        if (registry->providerById(QStringLiteral("desakota")) != nullptr) return true;
        // The registry owns it.
        return registry->addProvider(new desakota::qgis_plugin::Provider(desakota::analyses::catalogue()));
    });
}

/// Takes them away again. 0: done.
DESAKOTA_EXPORT int desakota_unregister() {
    return status_of([] {
        auto* const registry = QgsApplication::processingRegistry();
        auto* const provider = registry->providerById(QStringLiteral("desakota"));
        return provider == nullptr || registry->removeProvider(provider);
    });
}
