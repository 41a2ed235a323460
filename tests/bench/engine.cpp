// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/jsonscanner.h"
#include "core/utf8.h"
#include "engineio/encodedpacket.h"
#include "socketio/decoder.h"
#include "traffic/trafficring.h"

#include <chrono>
#include <cstdio>

using namespace Switchboard;

namespace {

/** Keeps the optimiser from dropping a result nobody looks at. */
template <typename Value> void keep(const Value &value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

/** Runs @p body for a while and prints what one call costs, and bytes per second if it reads any.
 */
template <typename Body> void measure(const char *name, qsizetype bytes, Body body)
{
    using Clock = std::chrono::steady_clock;
    constexpr auto least = std::chrono::milliseconds(300);
    for (int i = 0; i < 100; ++i) {
        body();
    }
    qint64 calls = 0;
    const auto begin = Clock::now();
    auto passed = Clock::duration::zero();
    while (passed < least) {
        for (int i = 0; i < 100; ++i) {
            body();
        }
        calls += 100;
        passed = Clock::now() - begin;
    }
    const double nanoseconds
        = std::chrono::duration<double, std::nano>(passed).count() / double(calls);
    if (bytes > 0) {
        std::printf(
            "%-34s %10.0f ns %8.0f MB/s\n", name, nanoseconds, double(bytes) / nanoseconds * 1000);
    } else {
        std::printf("%-34s %10.0f ns\n", name, nanoseconds);
    }
}

} // namespace

int main()
{
    const QByteArray small = "2[\"echo\",\"" + QByteArray(64, 'x') + "\"]";
    QByteArray object = "2[\"echo\",{";
    for (int i = 0; i < 24; ++i) {
        object += "\"key" + QByteArray::number(i) + "\":" + QByteArray::number(i * 1.5) + ",";
    }
    object += "\"end\":\"" + QByteArray(200, 'y') + "\"}]";
    const QByteArray large = "[\"" + QByteArray(1'000'000, 'z') + "\"]";

    measure("JSON scan, 1 MB string", large.size(), [&] { keep(Json::check(large)); });
    measure("UTF-8, 1 MB of ASCII", large.size(), [&] { keep(isValidUtf8(large)); });
    measure("decode event, 64 B string", small.size(), [&] { keep(SocketIo::decode(small)); });
    measure("decode event, 512 B object", object.size(), [&] { keep(SocketIo::decode(object)); });
    measure("encode for all transports, 64 B", small.size(),
        [&] { keep(EngineIo::EncodedPacket::message(small)); });

    Traffic::TrafficRing ring;
    Traffic::Record record;
    record.nsp = "/chat";
    record.event = "message";
    record.payload = small;
    measure("record and read back, 64 B", 0, [&] {
        ring.write(record);
        ring.drain([](const Traffic::Record &out) { keep(out); });
    });
    return 0;
}
