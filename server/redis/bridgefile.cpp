// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/bridgefile.h"

#include "redis/bridges.h"
#include "redis/glob.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace Switchboard::Redis {

namespace {

using Node = JsonFile::Node;
using Member = JsonFile::Member;

template <typename Choice, std::size_t N>
using Choices = std::array<std::pair<QByteArrayView, Choice>, N>;

/** One rule as it is read, with the places of what is judged at its end. */
class RuleReader
{
public:
    RuleReader(JsonFile &file, const Node &node)
        : m_file(file)
        , m_node(node)
    { }

    BridgeRule read();

private:
    void readKey(const Member &member);
    void readTo(const Member &member);
    void readBody(const Member &member);
    void readLimit(const Member &member);
    void finish();
    void finishToClients();
    void finishToRedis();
    void finishBoth();
    void checkCaptures(const NameTemplate &name, QByteArrayView at, qsizetype stars);
    NameTemplate compile(const QByteArray &text, QByteArrayView at);
    JsonPath path(const Member &member);
    QByteArray name(const Member &member, QByteArrayView &at);

    template <typename Choice, std::size_t N>
    void choose(const Member &member, const Choices<Choice, N> &choices, Choice &into)
    {
        const auto word = m_file.string(member);
        QStringList allowed;
        for (const auto &[known, choice] : choices) {
            if (word == known) {
                into = choice;
                return;
            }
            allowed.append(u'"' + QString::fromUtf8(known) + u'"');
        }
        m_file.fail(member.value.text,
            QStringLiteral("%1 must be one of %2.")
                .arg(member.shown(), allowed.join(QStringLiteral(", "))));
    }

    JsonFile &m_file;
    const Node &m_node;
    BridgeRule m_rule;
    QByteArrayView m_channelAt;
    QByteArrayView m_eventAt;
    QByteArrayView m_nspAt;
    QByteArrayView m_toAt;
    QByteArray m_target;
};

BridgeRule RuleReader::read()
{
    bool hasDirection = false;
    for (const Member &member : m_file.members(m_node, QStringLiteral("A bridge"))) {
        hasDirection = hasDirection || member.key == "direction";
        readKey(member);
    }
    const auto missing = [&](const char16_t *key) {
        m_file.fail(m_node.text, QStringLiteral("\"%1\" is missing.").arg(QStringView(key)));
    };
    if (m_rule.name.isEmpty()) {
        missing(u"name");
    } else if (!hasDirection) {
        missing(u"direction");
    } else if (m_rule.channel.isEmpty()) {
        missing(u"channel");
    } else if (m_rule.event.isEmpty()) {
        missing(u"event");
    } else {
        finish();
    }
    return std::move(m_rule);
}

void RuleReader::readKey(const Member &member)
{
    using Direction = BridgeRule::Direction;
    using BadJson = BridgeRule::BadJson;
    static constexpr Choices<Direction, 3> directions{{{"to-clients", Direction::ToClients},
        {"to-redis", Direction::ToRedis}, {"both", Direction::Both}}};
    static constexpr Choices<BadJson, 3> badJson{
        {{"text", BadJson::Text}, {"skip", BadJson::Skip}, {"error", BadJson::Error}}};
    QByteArrayView unused;
    if (member.key == "name") {
        m_rule.name = name(member, unused);
    } else if (member.key == "on") {
        m_rule.isOn = m_file.boolean(member);
    } else if (member.key == "direction") {
        choose(member, directions, m_rule.direction);
    } else if (member.key == "channel") {
        m_rule.channel = name(member, m_channelAt);
    } else if (member.key == "event") {
        m_rule.event = name(member, m_eventAt);
    } else if (member.key == "namespace") {
        m_rule.nsp = name(member, m_nspAt);
    } else if (member.key == "to") {
        readTo(member);
    } else if (member.key == "body") {
        readBody(member);
    } else if (member.key == "badJson") {
        choose(member, badJson, m_rule.badJson);
    } else if (member.key == "limit") {
        readLimit(member);
    } else {
        m_file.unknown(member,
            QStringLiteral(
                "name, on, direction, channel, event, namespace, to, body, badJson, limit"));
    }
}

QByteArray RuleReader::name(const Member &member, QByteArrayView &at)
{
    constexpr qsizetype longest = 256;
    at = member.value.text;
    const auto text = m_file.string(member);
    if (text.isEmpty() || text.size() > longest) {
        m_file.fail(at, QStringLiteral("%1 must have 1 to 256 bytes.").arg(member.shown()));
    }
    return text;
}

void RuleReader::readTo(const Member &member)
{
    m_toAt = member.value.text;
    if (member.value.type == JsonFile::Token::String) {
        if (m_file.string(member) != "everyone") {
            m_file.fail(m_toAt,
                QStringLiteral(R"("to" must be "everyone", {"room": ...} or {"client": ...}.)"));
        }
        return;
    }
    const auto keys = m_file.members(member.value, QStringLiteral("\"to\""));
    for (const Member &key : keys) {
        if (key.key == "room" || key.key == "client") {
            m_rule.to = key.key == "room" ? BridgeRule::To::Room : BridgeRule::To::Client;
            m_target = name(key, m_toAt);
        } else {
            m_file.unknown(key, QStringLiteral("room, client"));
        }
    }
    if (keys.size() != 1) {
        m_file.fail(member.value.text, QStringLiteral("\"to\" needs one of room and client."));
    }
}

void RuleReader::readBody(const Member &member)
{
    using Body = BridgeRule::Body;
    static constexpr Choices<Body, 3> bodies{
        {{"json", Body::Json}, {"text", Body::Text}, {"wrap", Body::Wrap}}};
    if (member.value.type != JsonFile::Token::ObjectBegin) {
        choose(member, bodies, m_rule.body);
        return;
    }
    const auto keys = m_file.members(member.value, member.shown());
    for (const Member &key : keys) {
        if (key.key == "path") {
            m_rule.body = Body::Path;
            m_rule.bodyPath = path(key);
        } else {
            m_file.unknown(key, QStringLiteral("path"));
        }
    }
    if (keys.empty()) {
        m_file.fail(member.value.text, QStringLiteral("\"path\" is missing."));
    }
}

JsonPath RuleReader::path(const Member &member)
{
    auto compiled = JsonPath::compile(m_file.string(member));
    if (!compiled.ok()) {
        m_file.fail(member.value.text, compiled.error());
        return {};
    }
    return std::move(*compiled);
}

void RuleReader::readLimit(const Member &member)
{
    using Excess = BridgeRule::Excess;
    static constexpr Choices<Excess, 3> excesses{{{"drop-newest", Excess::DropNewest},
        {"drop-oldest", Excess::DropOldest}, {"keep-last", Excess::KeepLast}}};
    constexpr int mostPerSecond = 100'000;
    bool hasKey = false;
    for (const Member &key : m_file.members(member.value, QStringLiteral("\"limit\""))) {
        if (key.key == "perSecond") {
            m_rule.limit = m_file.number(key, 1, mostPerSecond);
        } else if (key.key == "excess") {
            choose(key, excesses, m_rule.excess);
        } else if (key.key == "key") {
            hasKey = true;
            m_rule.key = path(key);
        } else {
            m_file.unknown(key, QStringLiteral("perSecond, excess, key"));
        }
    }
    if (m_rule.limit == 0) {
        m_file.fail(member.value.text, QStringLiteral("\"perSecond\" is missing."));
    } else if (hasKey != (m_rule.excess == Excess::KeepLast)) {
        m_file.fail(member.value.text,
            QStringLiteral("\"key\" and \"excess\": \"keep-last\" belong together."));
    }
}

NameTemplate RuleReader::compile(const QByteArray &text, QByteArrayView at)
{
    auto compiled = NameTemplate::compile(text);
    if (!compiled.ok()) {
        m_file.fail(at, compiled.error().message);
        return {};
    }
    return std::move(*compiled);
}

/** Stars that matchPattern() would count. */
qsizetype starsIn(const QByteArray &pattern)
{
    qsizetype stars = 0;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        stars += pattern[at] == '*' ? 1 : 0;
        at += pattern[at] == '\\' ? 1 : 0;
    }
    return stars;
}

void RuleReader::checkCaptures(const NameTemplate &name, QByteArrayView at, qsizetype stars)
{
    if (name.highestCapture() > stars) {
        m_file.fail(
            at, QStringLiteral("{%1} has no star to stand for.").arg(name.highestCapture()));
    }
}

void RuleReader::finish()
{
    const bool nspMayBeAny = m_rule.direction == BridgeRule::Direction::ToRedis;
    if (!m_rule.nsp.startsWith('/') && !(nspMayBeAny && m_rule.nsp.startsWith('*'))) {
        m_file.fail(m_nspAt, QStringLiteral("A namespace begins with \"/\"."));
    }
    switch (m_rule.direction) {
    case BridgeRule::Direction::ToClients:
        finishToClients();
        break;
    case BridgeRule::Direction::ToRedis:
        finishToRedis();
        break;
    case BridgeRule::Direction::Both:
        finishBoth();
        break;
    }
}

void RuleReader::finishToClients()
{
    const auto stars = starsIn(m_rule.channel);
    const auto take = [&](const QByteArray &text, QByteArrayView at) {
        auto name = compile(text, at);
        checkCaptures(name, at, stars);
        return name;
    };
    m_rule.eventTemplate = take(m_rule.event, m_eventAt);
    m_rule.nspTemplate = take(m_rule.nsp, m_nspAt);
    m_rule.target = take(m_target, m_toAt);
}

void RuleReader::finishToRedis()
{
    if (!m_toAt.isNull()) {
        m_file.fail(m_toAt, QStringLiteral("A bridge to Redis sends to nobody else: no \"to\"."));
    }
    m_rule.channelTemplate = compile(m_rule.channel, m_channelAt);
    checkCaptures(m_rule.channelTemplate, m_channelAt, starsIn(m_rule.event));
}

void RuleReader::finishBoth()
{
    finishToClients();
    if (m_rule.nsp.contains('{') || isPattern(m_rule.nsp)) {
        m_file.fail(m_nspAt, QStringLiteral("A bridge both ways has one namespace, by its name."));
    }
    const auto stars = starsIn(m_rule.channel);
    for (const char c : m_rule.channel) {
        if (c == '?' || c == '[' || c == '\\') {
            m_file.fail(
                m_channelAt, QStringLiteral("A bridge both ways can only use * in its channel."));
        }
    }
    if (stars > NameTemplate::mostCaptures) {
        m_file.fail(m_channelAt, QStringLiteral("More than nine stars cannot be told apart."));
    }
    for (int star = 1; star <= stars; ++star) {
        if (!m_rule.eventTemplate.uses(star) && !m_rule.target.uses(star)) {
            m_file.fail(m_channelAt,
                QStringLiteral("The way back needs to know star %1: use {%1} in \"event\" or "
                               "\"to\".")
                    .arg(star));
        }
    }
}

} // namespace

Result<std::vector<BridgeRule>, FileError> parseBridges(QByteArrayView json)
{
    JsonFile file(json);
    std::vector<BridgeRule> rules;
    QSet<QByteArray> names;
    bool hasBridges = false;
    const auto top = file.error() ? std::vector<Member>()
                                  : file.members(file.root(), QStringLiteral("The file"));
    for (const Member &member : top) {
        if (member.key == "version") {
            if (member.value.text != "1") {
                file.fail(member.value.text, QStringLiteral("\"version\" must be 1."));
            }
        } else if (member.key == "bridges") {
            hasBridges = true;
            for (const Node &node : file.items(member.value, QStringLiteral("\"bridges\""))) {
                auto rule = RuleReader(file, node).read();
                if (names.contains(rule.name)) {
                    file.fail(node.text, QStringLiteral("Another bridge has the same name."));
                }
                if (rules.size() == Bridges::mostRules) {
                    file.fail(node.text,
                        QStringLiteral("There may be at most %1 bridges.").arg(rules.size()));
                    break;
                }
                names.insert(rule.name);
                rules.push_back(std::move(rule));
            }
        } else {
            file.unknown(member, QStringLiteral("version, bridges"));
        }
    }
    if (!hasBridges) {
        file.fail(file.root().text, QStringLiteral("\"bridges\" is missing."));
    }
    if (const auto error = file.error()) {
        return *error;
    }
    return rules;
}

} // namespace Switchboard::Redis
