// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/clustermessage.h"
#include "adapters/msgpack.h"
#include "adapters/pythonchannel.h"
#include "core/jsonscanner.h"

#include <cstdlib>
#include <limits>

using namespace Switchboard;
using namespace Switchboard::SocketIo;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const JsonLimits wide{JsonScanner::maxDepth, std::numeric_limits<int>::max()};
    if (const auto unpacked = unpackMsgpack(bytes)) {
        require(!Json::check(unpacked->json, wide));
        // What was read can be written, and is then read as the same.
        QByteArray packed;
        packJson(packed, unpacked->json,
            {unpacked->attachments.constData(), size_t(unpacked->attachments.size())});
        const auto again = unpackMsgpack(packed);
        require(again.ok());
        require(again->json == unpacked->json);
        require(again->attachments == unpacked->attachments);
    }
    if (const auto broadcast = Cluster::decodeBroadcast(bytes)) {
        const QByteArray args = '[' + broadcast->emit.args + ']';
        require(!Json::check(args, wide));
    }
    Cluster::decodeRequest(bytes);
    Cluster::decodeResponse(bytes);
    if (const auto message = decodePythonMessage(bytes)) {
        const QByteArray args = '[' + message->args + ']';
        require(!Json::check(args, wide));
    }
    return 0;
}
