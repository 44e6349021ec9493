# cmake -C engine/cmake/presets/thread.cmake ...: finds data races. GDAL is left out: it reports hundreds of false
# races inside it.
set(CMAKE_BUILD_TYPE Sanitize CACHE STRING "")
set(CMAKE_CXX_FLAGS_SANITIZE "-O1 -g1" CACHE STRING "")
set(DESAKOTA_SANITIZE "thread" CACHE STRING "")
set(DESAKOTA_WITHOUT_GDAL ON CACHE BOOL "")
