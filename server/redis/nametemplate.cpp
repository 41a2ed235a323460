// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/nametemplate.h"

#include "redis/glob.h"

#include <algorithm>
#include <array>

namespace Switchboard::Redis {

Result<NameTemplate, NameTemplateError> NameTemplate::compile(QByteArrayView text)
{
    static constexpr std::array<std::pair<QByteArrayView, Word>, 4> words{
        {{"channel", Word::Channel}, {"event", Word::Event}, {"nsp", Word::Nsp},
            {"client", Word::Client}}};
    NameTemplate made;
    QByteArray literal;
    const auto flush = [&] {
        if (!literal.isEmpty()) {
            made.m_pattern += escapePattern(literal);
            made.m_parts.push_back({std::exchange(literal, {}), 0, Word::None});
        }
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '{') {
            literal += text[at];
            continue;
        }
        if (at + 1 < text.size() && text[at + 1] == '{') {
            literal += '{';
            ++at;
            continue;
        }
        const auto end = text.indexOf('}', at);
        if (end < 0) {
            return NameTemplateError{at, QStringLiteral("The closing } is missing.")};
        }
        const auto inside = text.sliced(at + 1, end - at - 1);
        Part part;
        if (inside.size() == 1 && inside[0] >= '1' && inside[0] <= '9') {
            part.capture = inside[0] - '0';
        } else {
            const auto *word
                = std::ranges::find(words, inside, [](const auto &known) { return known.first; });
            if (word == words.end()) {
                return NameTemplateError{at,
                    QStringLiteral(
                        "Only {1} to {9}, {channel}, {event}, {nsp} and {client} are known. "
                        "Write {{ for a brace.")};
            }
            part.word = word->second;
        }
        flush();
        made.m_parts.push_back(std::move(part));
        made.m_pattern += '*';
        at = end;
    }
    flush();
    return made;
}

QByteArray NameTemplate::fill(const NameContext &context) const
{
    QByteArray name;
    for (const Part &part : m_parts) {
        switch (part.word) {
        case Word::Channel:
            name += context.channel;
            break;
        case Word::Event:
            name += context.event;
            break;
        case Word::Nsp:
            name += context.nsp;
            break;
        case Word::Client:
            name += context.client;
            break;
        case Word::None:
            name += part.capture > 0 ? context.captures.value(part.capture - 1) : part.literal;
            break;
        }
    }
    return name;
}

std::optional<QByteArrayList> NameTemplate::match(QByteArrayView text) const
{
    const auto taken = matchPattern(m_pattern, text);
    if (!taken) {
        return {};
    }
    QByteArrayList captures(highestCapture());
    qsizetype star = 0;
    for (const Part &part : m_parts) {
        if (part.capture == 0) {
            star += part.word == Word::None ? 0 : 1;
            continue;
        }
        auto &capture = captures[part.capture - 1];
        const auto &value = (*taken)[star++];
        if (!capture.isNull() && capture != value) {
            return {}; // used twice, and not for the same
        }
        capture = value.isNull() ? QByteArray("") : value;
    }
    return captures;
}

bool NameTemplate::uses(int capture) const
{
    return std::ranges::find(m_parts, capture, &Part::capture) != m_parts.end();
}

int NameTemplate::highestCapture() const
{
    int highest = 0;
    for (const Part &part : m_parts) {
        highest = std::max(highest, part.capture);
    }
    return highest;
}

bool NameTemplate::isFixed() const
{
    return std::ranges::all_of(
        m_parts, [](const Part &part) { return part.capture == 0 && part.word == Word::None; });
}

} // namespace Switchboard::Redis
