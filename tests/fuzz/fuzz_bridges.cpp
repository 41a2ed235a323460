// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/bridgefile.h"
#include "redis/bridges.h"
#include "redis/glob.h"
#include "redis/url.h"

#include <QString>

#include <cstdlib>

using namespace Switchboard;
using namespace Switchboard::Redis;

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
    const auto rules = parseBridges(bytes);
    if (rules) {
        findLoops(*rules);
    } else {
        require(rules.error().line >= 1 && rules.error().column >= 1);
        require(!rules.error().message.isEmpty());
    }
    const auto half = bytes.size() / 2;
    const auto pattern = bytes.first(half);
    const auto text = bytes.sliced(half);
    if (matchPattern(pattern, text)) {
        require(patternsMeet(pattern, escapePattern(text)));
    }
    require(matchPattern(escapePattern(text), text).has_value());
    if (const auto name = NameTemplate::compile(text)) {
        name->match(pattern);
    }
    if (const auto path = JsonPath::compile(pattern)) {
        path->find(text);
    }
    const auto url = parseUrl(QString::fromUtf8(bytes));
    require(url.ok() || !url.error().sentence.isEmpty());
    return 0;
}
