#pragma once

namespace desakota::cli {

/// Lets the program keep the memory it frees for its own later use, rather than hand it back to the system: a run on a
/// large region fills, frees and fills again, and each page that comes anew from the system costs more than its use.
/// Only with the GNU C library; elsewhere nothing changes.
void keep_freed_memory();

}  // namespace desakota::cli
