// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/jsontree.h"

#include "core/jsonscanner.h"
#include "format/displaysafe.h"
#include "format/format.h"
#include "traffic/filter.h"

#include <QRegularExpression>

#include <limits>

namespace Switchboard::App {

namespace {

using Token = JsonScanner::Token;

constexpr int openLevels = 3;
constexpr size_t openRows = 200;
constexpr qsizetype shownChars = 400;
constexpr qint64 tenYears = qint64(10) * 365 * 24 * 3600 * 1'000'000;

JsonTree::Type typeOf(Token token)
{
    switch (token) {
    case Token::ObjectBegin:
        return JsonTree::Type::Object;
    case Token::ArrayBegin:
        return JsonTree::Type::Array;
    case Token::String:
        return JsonTree::Type::String;
    case Token::Number:
        return JsonTree::Type::Number;
    case Token::True:
    case Token::False:
        return JsonTree::Type::Boolean;
    default:
        return JsonTree::Type::Null;
    }
}

bool isContainer(JsonTree::Type type)
{
    return type == JsonTree::Type::Object || type == JsonTree::Type::Array;
}

} // namespace

JsonTree::JsonTree(QObject *parent)
    : QAbstractListModel(parent)
{ }

int JsonTree::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QHash<int, QByteArray> JsonTree::roleNames() const
{
    return {{Depth, "depth"}, {Key, "key"}, {IsIndex, "isIndex"}, {ValueType, "valueType"},
        {Text, "text"}, {Hint, "hint"}, {Expandable, "expandable"}, {Expanded, "expanded"},
        {Matched, "matched"}, {Label, "label"}};
}

QVariant JsonTree::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const Node &node = m_nodes[size_t(m_rows[size_t(index.row())])];
    switch (role) {
    case Depth:
        return node.depth;
    case Key:
        return keyText(node);
    case IsIndex:
        return node.keyAt < 0 && node.parent >= 0;
    case ValueType:
        return QVariant::fromValue(node.type);
    case Text:
        return shownText(node);
    case Hint:
        return hint(node);
    case Expandable:
        return isContainer(node.type) && node.children > 0;
    case Expanded:
        return node.expanded;
    case Matched:
        return node.matched;
    case Label: {
        QStringList parts{keyText(node), shownText(node), hint(node)};
        parts.removeAll(QString());
        return parts.join(QLatin1Char(' '));
    }
    default:
        return {};
    }
}

void JsonTree::show(const QByteArray &json, const QByteArrayList &attachments, qint64 now)
{
    beginResetModel();
    m_json = json;
    m_attachments = attachments;
    m_now = now;
    m_nodes.clear();
    m_matches.clear();
    parse();
    openFirst();
    rebuildRows();
    endResetModel();
    Q_EMIT matchesChanged();
}

void JsonTree::parse()
{
    JsonScanner scanner(m_json, {JsonScanner::maxDepth, std::numeric_limits<int>::max()});
    std::vector<int> open;
    Node next;
    for (;;) {
        const Token token = scanner.next();
        if (token == Token::End || token == Token::Error) {
            break;
        }
        if (token == Token::Key) {
            next.keyAt = scanner.offset();
            next.keyLength = scanner.lexeme().size();
            continue;
        }
        if (token == Token::ObjectEnd || token == Token::ArrayEnd) {
            closeNode(open.back(), scanner.offset() + 1);
            open.pop_back();
            continue;
        }
        next.at = scanner.offset();
        next.length = scanner.lexeme().size();
        next.type = typeOf(token);
        next.depth = int(open.size());
        if (!open.empty()) {
            next.parent = open.back();
            next.index = m_nodes[size_t(open.back())].children++;
        }
        const int id = int(m_nodes.size());
        next.end = id + 1;
        m_nodes.push_back(std::exchange(next, Node()));
        if (isContainer(m_nodes.back().type)) {
            open.push_back(id);
        }
    }
    while (!open.empty()) { // the text ended too early
        closeNode(open.back(), m_json.size());
        open.pop_back();
    }
}

/** Also turns {"_placeholder":true,"num":n} into the attachment it stands for. */
void JsonTree::closeNode(int id, qsizetype end)
{
    Node &node = m_nodes[size_t(id)];
    node.length = end - node.at;
    node.end = int(m_nodes.size());
    if (node.type != Type::Object || node.children != 2) {
        return;
    }
    const QByteArrayView text = lexeme(node);
    const auto number = Json::member(text, "num");
    if (Json::member(text, "_placeholder") != QByteArrayView("true") || !number) {
        return;
    }
    bool ok = false;
    const int attachment = number->toByteArray().toInt(&ok);
    if (ok && attachment >= 0 && attachment < m_attachments.size()) {
        m_nodes.resize(size_t(id) + 1);
        m_nodes.back().type = Type::Binary;
        m_nodes.back().attachment = attachment;
        m_nodes.back().children = 0;
        m_nodes.back().end = id + 1;
    }
}

void JsonTree::openFirst()
{
    size_t rows = 1;
    for (Node &node : m_nodes) {
        if (node.depth >= openLevels || rows + size_t(node.children) > openRows) {
            continue;
        }
        node.expanded = isContainer(node.type);
        rows += size_t(node.children);
    }
}

void JsonTree::rebuildRows()
{
    m_rows.clear();
    for (int id = 0; id < int(m_nodes.size());) {
        const Node &node = m_nodes[size_t(id)];
        m_rows.push_back(id);
        id = isContainer(node.type) && !node.expanded ? node.end : id + 1;
    }
}

void JsonTree::toggle(int row)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const int id = m_rows[size_t(row)];
    Node &node = m_nodes[size_t(id)];
    if (!isContainer(node.type) || node.children == 0) {
        return;
    }
    if (node.expanded) {
        const auto first = m_rows.begin() + row + 1;
        const auto last = std::lower_bound(first, m_rows.end(), node.end);
        beginRemoveRows({}, row + 1, row + int(last - first));
        m_rows.erase(first, last);
        node.expanded = false;
        endRemoveRows();
    } else {
        std::vector<int> rows;
        for (int child = id + 1; child < node.end;) {
            const Node &below = m_nodes[size_t(child)];
            rows.push_back(child);
            child = isContainer(below.type) && !below.expanded ? below.end : child + 1;
        }
        beginInsertRows({}, row + 1, row + int(rows.size()));
        m_rows.insert(m_rows.begin() + row + 1, rows.begin(), rows.end());
        node.expanded = true;
        endInsertRows();
    }
    Q_EMIT dataChanged(index(row), index(row), {Expanded});
}

void JsonTree::expandAll()
{
    beginResetModel();
    for (Node &node : m_nodes) {
        node.expanded = isContainer(node.type);
    }
    rebuildRows();
    endResetModel();
}

void JsonTree::collapseAll()
{
    beginResetModel();
    for (Node &node : m_nodes) {
        node.expanded = node.parent < 0 && isContainer(node.type);
    }
    rebuildRows();
    endResetModel();
}

int JsonTree::find(const QString &text)
{
    beginResetModel();
    m_matches.clear();
    for (int id = 0; id < int(m_nodes.size()); ++id) {
        Node &node = m_nodes[size_t(id)];
        node.matched = !text.isEmpty()
            && (keyText(node).contains(text, Qt::CaseInsensitive)
                || (!isContainer(node.type)
                    && QString::fromUtf8(lexeme(node)).contains(text, Qt::CaseInsensitive)));
        if (node.matched) {
            m_matches.push_back(id);
            for (int up = node.parent; up >= 0; up = m_nodes[size_t(up)].parent) {
                m_nodes[size_t(up)].expanded = true;
            }
        }
    }
    rebuildRows();
    endResetModel();
    Q_EMIT matchesChanged();
    return matchCount();
}

int JsonTree::matchRow(int number) const
{
    if (number < 0 || number >= matchCount()) {
        return -1;
    }
    const int id = m_matches[size_t(number)];
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id);
    return found != m_rows.end() && *found == id ? int(found - m_rows.begin()) : -1;
}

QByteArrayView JsonTree::lexeme(const Node &node) const
{
    return QByteArrayView(m_json).sliced(node.at, node.length);
}

QString JsonTree::keyText(const Node &node) const
{
    if (node.parent < 0) {
        return m_json.startsWith('[') ? QStringLiteral("args") : QString();
    }
    if (node.keyAt < 0) {
        return QString::number(node.index);
    }
    const QByteArrayView key = QByteArrayView(m_json).sliced(node.keyAt, node.keyLength);
    return displaySafe(Json::decodeString(key), shownChars);
}

QString JsonTree::shownText(const Node &node) const
{
    if (isContainer(node.type)) {
        return {};
    }
    if (node.type == Type::Binary) {
        return tr("Buffer, %1").arg(Format::bytes(m_attachments.at(node.attachment).size()));
    }
    return displaySafe(lexeme(node), shownChars);
}

QString JsonTree::hint(const Node &node) const
{
    if (node.type == Type::Object) {
        return node.children == 1 ? tr("1 key") : tr("%1 keys").arg(Format::count(node.children));
    }
    if (node.type == Type::Array) {
        return node.children == 1 ? tr("1 item") : tr("%1 items").arg(Format::count(node.children));
    }
    if (node.type == Type::Number && (node.length == 10 || node.length == 13)) {
        bool ok = false;
        const qint64 number = lexeme(node).toByteArray().toLongLong(&ok);
        const qint64 time = number * (node.length == 10 ? 1'000'000 : 1'000);
        if (ok && qAbs(time - m_now) < tenYears) {
            const QString text = Format::dateTime(time);
            return Format::dateTime(m_now).first(10) == text.first(10) ? Format::clock(time)
                                                                       : text.first(19);
        }
    }
    return {};
}

QString JsonTree::valueText(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return {};
    }
    const Node &node = m_nodes[size_t(m_rows[size_t(row)])];
    if (node.type == Type::Binary) {
        return QString::fromLatin1(m_attachments.at(node.attachment).toBase64());
    }
    const QByteArrayView text = lexeme(node);
    return QString::fromUtf8(
        node.type == Type::String ? Json::decodeString(text) : text.toByteArray());
}

QString JsonTree::path(int row) const
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_$][A-Za-z0-9_$]*$"));
    if (row < 0 || row >= rowCount()) {
        return {};
    }
    QString path;
    for (int id = m_rows[size_t(row)]; id >= 0; id = m_nodes[size_t(id)].parent) {
        const Node &node = m_nodes[size_t(id)];
        const QString key = keyText(node);
        if (node.parent < 0) {
            path.prepend(key);
        } else if (node.keyAt < 0) {
            path.prepend(QLatin1Char('[') + key + QLatin1Char(']'));
        } else if (plain.match(key).hasMatch()) {
            path.prepend(QLatin1Char('.') + key);
        } else {
            const QByteArrayView lexeme = QByteArrayView(m_json).sliced(node.keyAt, node.keyLength);
            path.prepend(QLatin1Char('[') + QString::fromUtf8(lexeme) + QLatin1Char(']'));
        }
    }
    return path;
}

QString JsonTree::filterText(int row) const
{
    static const QRegularExpression plain(QStringLiteral("^[^\\s()\".:=!<>~]+$"));
    if (row < 0 || row >= rowCount()) {
        return {};
    }
    const Node &node = m_nodes[size_t(m_rows[size_t(row)])];
    if (isContainer(node.type) || node.type == Type::Binary || node.parent < 0) {
        return {};
    }
    QStringList steps;
    int id = m_rows[size_t(row)];
    for (; m_nodes[size_t(id)].parent > 0; id = m_nodes[size_t(id)].parent) {
        const QString key = keyText(m_nodes[size_t(id)]);
        if (!plain.match(key).hasMatch()) {
            return {};
        }
        steps.prepend(key);
    }
    steps.prepend(QStringLiteral("arg%1").arg(m_nodes[size_t(id)].index));
    return steps.join(QLatin1Char('.')) + QLatin1Char(':') + filterQuoted(valueText(row));
}

} // namespace Switchboard::App
