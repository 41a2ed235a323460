// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractListModel>
#include <QByteArrayList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Switchboard::App {

/**
 * A JSON text as the list of its open rows.
 *
 * Keys, numbers and order are exactly as received. A text that was cut or is broken shows what
 * could be read. Objects that stand for attachments show as one row with their size.
 *
 * GUI thread.
 */
class JsonTree : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of EventDetail")
    Q_DISABLE_COPY_MOVE(JsonTree)
    /** Places of the last find(). */
    Q_PROPERTY(int matchCount READ matchCount NOTIFY matchesChanged FINAL)

public:
    enum class Type : quint8 { Object, Array, String, Number, Boolean, Null, Binary };
    Q_ENUM(Type)

    enum Role {
        Depth = Qt::UserRole + 1, // indent steps
        Key, // member name or index; "args" for the outermost
        IsIndex, // key is a position in an array
        ValueType, // Type
        Text, // scalar as shown
        Hint, // "6 keys", a time, nothing
        Expandable,
        Expanded,
        Matched, // by find()
        Label, // the row in words
    };
    Q_ENUM(Role)

    explicit JsonTree(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /** Shows @p json. @param now µs since 1970, for the hints of numbers that look like times */
    void show(const QByteArray &json, const QByteArrayList &attachments, qint64 now);

    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void expandAll();
    Q_INVOKABLE void collapseAll();
    /** Marks keys and values that contain @p text and opens what hides them. @return how many. */
    Q_INVOKABLE int find(const QString &text);
    /** Row of match @p number, from 0. */
    Q_INVOKABLE int matchRow(int number) const;

    /** The value's JSON text, or a string's text, whole. */
    Q_INVOKABLE QString valueText(int row) const;
    /** args[0].user.name */
    Q_INVOKABLE QString path(int row) const;
    /** arg0.user.name:"ada", or empty when the row cannot be filtered by. */
    Q_INVOKABLE QString filterText(int row) const;

    int matchCount() const { return int(m_matches.size()); }

Q_SIGNALS:
    void matchesChanged();

private:
    struct Node
    {
        qsizetype at = 0; // of the value's text
        qsizetype length = 0;
        qsizetype keyAt = -1; // of the key's lexeme
        qsizetype keyLength = 0;
        int parent = -1;
        int end = 0; // one behind the last node below
        int children = 0;
        int index = 0; // among its siblings
        int depth = 0;
        qint64 attachment = -1;
        Type type = Type::Null;
        bool expanded = false;
        bool matched = false;
    };

    void parse();
    void closeNode(int node, qsizetype end);
    void openFirst();
    void rebuildRows();
    QString keyText(const Node &node) const;
    QString shownText(const Node &node) const;
    QString hint(const Node &node) const;
    QByteArrayView lexeme(const Node &node) const;

    QByteArray m_json;
    QByteArrayList m_attachments;
    qint64 m_now = 0;
    std::vector<Node> m_nodes; // in the order of the text
    std::vector<int> m_rows; // nodes that show
    std::vector<int> m_matches; // nodes
};

} // namespace Switchboard::App
