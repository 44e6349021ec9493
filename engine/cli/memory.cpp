#include "engine/cli/memory.h"

#include <cstdlib>  // says whether this is the GNU C library

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace desakota::cli {

void keep_freed_memory() {
#ifdef __GLIBC__
    // No block is mapped on its own, and the heap never shrinks.
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, -1);
#endif
}

}  // namespace desakota::cli
