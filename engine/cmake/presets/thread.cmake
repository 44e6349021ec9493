# cmake -C engine/cmake/presets/thread.cmake ...: finds data races. GDAL is left out: it reports hundreds of false
# races inside it.
set(CMAKE_BUILD_TYPE Sanitize CACHE STRING "")
# Line numbers would take a sixth of the build: -O1 -g1 where a report is to name them.
set(CMAKE_CXX_FLAGS_SANITIZE "-O1" CACHE STRING "")
set(DESAKOTA_SANITIZE "thread" CACHE STRING "")
set(DESAKOTA_WITHOUT_GDAL ON CACHE BOOL "")
