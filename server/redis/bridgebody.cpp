// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/bridgebody.h"

#include "core/jsonscanner.h"
#include "core/utf8.h"

namespace Switchboard::Redis {

namespace {

bool isJson(QByteArrayView text)
{
    return isValidUtf8(text) && !Json::check(text);
}

/** @p bytes as a JSON string; what is not UTF-8 becomes U+FFFD. */
QByteArray asString(QByteArrayView bytes)
{
    return Json::encodeString(
        isValidUtf8(bytes) ? bytes.toByteArray() : QString::fromUtf8(bytes).toUtf8());
}

QByteArray allArguments(std::span<const QByteArrayView> args)
{
    if (args.size() == 1) {
        return args.front().toByteArray();
    }
    if (args.empty()) {
        return "null";
    }
    QByteArray array = "[";
    for (const auto arg : args) {
        array += arg;
        array += ',';
    }
    array.back() = ']';
    return array;
}

ConvertedBody picked(const JsonPath &path, QByteArrayView json)
{
    const auto value = path.find(json);
    return value ? ConvertedBody{value->toByteArray()}
                 : ConvertedBody{.bytes = {}, .isError = true};
}

} // namespace

ConvertedBody bodyForClients(const BridgeRule &rule, QByteArrayView channel, QByteArrayView message)
{
    if (rule.body == BridgeRule::Body::Text) {
        return {asString(message)};
    }
    const bool parsed = isJson(message);
    if (rule.body == BridgeRule::Body::Wrap) {
        const auto body = parsed ? message.trimmed().toByteArray() : asString(message);
        return {"{\"channel\":" + asString(channel) + ",\"body\":" + body + '}'};
    }
    if (!parsed) {
        switch (rule.badJson) {
        case BridgeRule::BadJson::Text:
            return {.bytes = asString(message), .notJson = true};
        case BridgeRule::BadJson::Skip:
            return {.bytes = {}, .notJson = true};
        case BridgeRule::BadJson::Error:
            return {.bytes = {}, .notJson = true, .isError = true};
        }
    }
    if (rule.body == BridgeRule::Body::Path) {
        return picked(rule.bodyPath, message);
    }
    return {message.trimmed().toByteArray()};
}

ConvertedBody bodyForRedis(const BridgeRule &rule, QByteArrayView nsp, QByteArrayView event,
    std::span<const QByteArrayView> args)
{
    switch (rule.body) {
    case BridgeRule::Body::Json:
        break;
    case BridgeRule::Body::Text: {
        if (args.size() == 1 && args.front().startsWith('"')) {
            return {Json::decodeString(args.front())};
        }
        break;
    }
    case BridgeRule::Body::Wrap:
        return {"{\"event\":" + asString(event) + ",\"nsp\":" + asString(nsp)
            + ",\"body\":" + allArguments(args) + '}'};
    case BridgeRule::Body::Path:
        return picked(rule.bodyPath, args.empty() ? QByteArrayView("null") : args.front());
    }
    return {allArguments(args)};
}

} // namespace Switchboard::Redis
