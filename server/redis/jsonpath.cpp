// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/jsonpath.h"

#include "core/jsonscanner.h"

#include <algorithm>

namespace Switchboard::Redis {

Result<JsonPath, QString> JsonPath::compile(QByteArrayView text)
{
    constexpr std::size_t mostSteps = 32;
    if (!text.startsWith('$')) {
        return QStringLiteral("A path begins with $, such as $.user.id.");
    }
    JsonPath path;
    for (qsizetype at = 1; at < text.size();) {
        Step step;
        if (text[at] == '.') {
            const auto from = ++at;
            while (at < text.size() && text[at] != '.' && text[at] != '[') {
                ++at;
            }
            step.member = text.sliced(from, at - from).toByteArray();
            if (step.member.isEmpty()) {
                return QStringLiteral("A name is missing after the dot.");
            }
        } else {
            const auto end = text[at] == '[' ? text.indexOf(']', at) : -1;
            bool isNumber = end > at + 1 && end - at <= 7;
            for (qsizetype i = at + 1; isNumber && i < end; ++i) {
                isNumber = text[i] >= '0' && text[i] <= '9';
            }
            if (!isNumber) {
                return QStringLiteral("After $ only .name and [number] may follow.");
            }
            step.index = text.sliced(at + 1, end - at - 1).toLongLong();
            at = end + 1;
        }
        path.m_steps.push_back(std::move(step));
        if (path.m_steps.size() > mostSteps) {
            return QStringLiteral("The path has too many steps.");
        }
    }
    return path;
}

std::optional<QByteArrayView> JsonPath::find(QByteArrayView json) const
{
    auto value = json.trimmed();
    for (const Step &step : m_steps) {
        if (step.index < 0) {
            const auto member
                = value.startsWith('{') ? Json::member(value, step.member) : std::nullopt;
            if (!member) {
                return {};
            }
            value = *member;
            continue;
        }
        const auto items = value.startsWith('[')
            ? Json::splitArray(value)
            : Result<QList<QByteArrayView>, JsonError>(QList<QByteArrayView>());
        if (!items.ok() || step.index >= items->size()) {
            return {};
        }
        value = (*items)[step.index];
    }
    return value;
}

} // namespace Switchboard::Redis
