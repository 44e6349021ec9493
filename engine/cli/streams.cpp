#include "engine/cli/streams.h"

#include "engine/io/operating_system.h"

namespace desakota::cli {

bool write_output(std::string_view text) {
    return io::write_to_stream(io::Stream::Output, text);
}

bool write_error(std::string_view text) {
    return io::write_to_stream(io::Stream::Error, text);
}

}  // namespace desakota::cli
