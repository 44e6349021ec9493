#pragma once

#include <memory>

#include <proj.h>

namespace desakota::geo {

/// Owners of PROJ's objects, which serve one thread.
struct ContextDelete {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ObjectDelete {
    void operator()(PJ* object) const { proj_destroy(object); }
};
using Context = std::unique_ptr<PJ_CONTEXT, ContextDelete>;
using Object = std::unique_ptr<PJ, ObjectDelete>;

/// Silent, and without access to the net.
[[nodiscard]] inline Context make_context() {
    Context context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

}  // namespace desakota::geo
