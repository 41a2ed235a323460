// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/glob.h"

#include <algorithm>
#include <vector>

namespace Switchboard::Redis {

namespace {

/** Bytes of the pattern element at @p at: one, or an escape or a set. */
qsizetype elementSize(QByteArrayView pattern, qsizetype at)
{
    if (pattern[at] == '\\' && at + 1 < pattern.size()) {
        return 2;
    }
    if (pattern[at] != '[') {
        return 1;
    }
    qsizetype end = at + 1;
    while (end < pattern.size() && pattern[end] != ']') {
        end += pattern[end] == '\\' && end + 1 < pattern.size() ? 2 : 1;
    }
    // An open set reaches to the end, as in Redis.
    return std::min(end + 1, pattern.size()) - at;
}

bool setContains(QByteArrayView set, char c)
{
    const bool isNegated = set.startsWith('^');
    bool found = false;
    for (qsizetype i = isNegated ? 1 : 0; i < set.size(); ++i) {
        if (set[i] == '\\' && i + 1 < set.size()) {
            found |= set[++i] == c;
        } else if (i + 2 < set.size() && set[i + 1] == '-') {
            const auto [low, high] = std::minmax(
                {static_cast<unsigned char>(set[i]), static_cast<unsigned char>(set[i + 2])});
            const auto byte = static_cast<unsigned char>(c);
            found |= low <= byte && byte <= high;
            i += 2;
        } else {
            found |= set[i] == c;
        }
    }
    return found != isNegated;
}

/** Whether @p element, which is no *, stands for @p c. */
bool elementMatches(QByteArrayView element, char c)
{
    if (element.front() == '?') {
        return true;
    }
    if (element.front() == '[') {
        auto set = element.sliced(1);
        if (set.endsWith(']')) {
            set = set.chopped(1);
        }
        return setContains(set, c);
    }
    return element.back() == c; // an escape, or the byte itself
}

std::vector<QByteArrayView> elements(QByteArrayView pattern)
{
    std::vector<QByteArrayView> parts;
    for (qsizetype at = 0; at < pattern.size();) {
        const auto size = elementSize(pattern, at);
        parts.push_back(pattern.sliced(at, size));
        at += size;
    }
    return parts;
}

bool isLiteral(QByteArrayView element)
{
    return element.front() != '*' && element.front() != '?' && element.front() != '[';
}

} // namespace

bool isPattern(QByteArrayView text)
{
    for (const auto element : elements(text)) {
        if (!isLiteral(element)) {
            return true;
        }
    }
    return false;
}

QByteArray escapePattern(QByteArrayView text)
{
    QByteArray escaped;
    for (const char c : text) {
        if (QByteArrayView("*?[]\\").contains(c)) {
            escaped += '\\';
        }
        escaped += c;
    }
    return escaped;
}

std::optional<QByteArrayList> matchPattern(QByteArrayView pattern, QByteArrayView text)
{
    // The classic walk with one way back: to the last *, which then takes one byte more. What
    // earlier ones have taken need never change.
    struct Star
    {
        qsizetype from;
        qsizetype to;
    };

    std::vector<Star> stars;
    qsizetype afterStar = -1;
    qsizetype p = 0;
    qsizetype t = 0;
    while (t < text.size() || p < pattern.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            stars.push_back({t, t});
            afterStar = ++p;
            continue;
        }
        if (p < pattern.size() && t < text.size()) {
            const auto size = elementSize(pattern, p);
            if (elementMatches(pattern.sliced(p, size), text[t])) {
                p += size;
                ++t;
                continue;
            }
        }
        if (stars.empty() || stars.back().to == text.size()) {
            return {};
        }
        t = ++stars.back().to;
        p = afterStar;
    }
    QByteArrayList taken;
    for (const Star &star : stars) {
        taken.append(text.sliced(star.from, star.to - star.from).toByteArray());
    }
    return taken;
}

bool patternsMeet(QByteArrayView a, QByteArrayView b)
{
    const auto left = elements(a);
    const auto right = elements(b);
    // reach[j]: the elements of left so far and the first j of right have a common text.
    std::vector<bool> reach(right.size() + 1, false);
    reach[0] = true;
    for (std::size_t j = 0; j < right.size(); ++j) {
        reach[j + 1] = reach[j] && right[j].front() == '*';
    }
    for (const auto element : left) {
        const bool isStar = element.front() == '*';
        std::vector<bool> next(right.size() + 1, false);
        next[0] = reach[0] && isStar;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const auto other = right[j];
            if (isStar) {
                next[j + 1] = reach[j + 1] || next[j];
            } else if (other.front() == '*') {
                next[j + 1] = next[j] || reach[j + 1] || reach[j];
            } else {
                const bool mayBeSame
                    = !isLiteral(element) || !isLiteral(other) || element.back() == other.back();
                next[j + 1] = reach[j] && mayBeSame;
            }
        }
        reach = std::move(next);
    }
    return reach.back();
}

} // namespace Switchboard::Redis
