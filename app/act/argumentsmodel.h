// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "act/compiledemit.h"
#include "act/emitdraft.h"

#include <QAbstractListModel>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace Switchboard::App {

class UndoQueue;

/**
 * The arguments of the event being written, as tabs, and the one that is being edited.
 *
 * Texts are checked 150 ms after the last key. The editor listens to textReplaced() for changes
 * that it did not make itself.
 *
 * GUI thread; at most EmitDraft::maxArguments rows. Lifetime: the undo queue outlives it.
 */
class ArgumentsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Composer")
    Q_DISABLE_COPY_MOVE(ArgumentsModel)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(bool full READ isFull NOTIFY countChanged FINAL)
    /** Row being edited, -1 without arguments. */
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged FINAL)
    Q_PROPERTY(Type type READ type WRITE setType NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textReplaced FINAL)
    /** What is wrong with the current one: "Line 6, column 13: expected…"; empty when nothing. */
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    /** From 1; 0 when it has no place. */
    Q_PROPERTY(int problemLine READ problemLine NOTIFY problemChanged FINAL)
    Q_PROPERTY(int problemPosition READ problemPosition NOTIFY problemChanged FINAL)
    Q_PROPERTY(int problemLength READ problemLength NOTIFY problemChanged FINAL)

public:
    enum class Role : int {
        Title = Qt::UserRole + 1, // "Argument 1"
        HasProblem,
    };

    enum class Type : quint8 { Json, Text, Number, Boolean, Null, Hex, Base64 };
    Q_ENUM(Type)

    explicit ArgumentsModel(UndoQueue &undo, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_rows.size()); }

    bool isFull() const { return count() >= EmitDraft::maxArguments; }

    int current() const { return m_current; }

    void setCurrent(int row);
    Type type() const;
    void setType(Type type);
    QString text() const;
    /** The operator's typing: checked a moment later. */
    void setText(const QString &text);
    QString problem() const;
    int problemLine() const;
    int problemPosition() const;
    int problemLength() const;

    QList<DraftArgument> arguments() const;
    void setArguments(const QList<DraftArgument> &arguments);
    /** The first row with a problem, -1 when all can be sent. Checks what is still unchecked. */
    int firstProblem();

    Q_INVOKABLE void add();
    /** Can be undone. */
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void duplicate(int row);
    Q_INVOKABLE void move(int from, int to);
    /** Indents the current JSON; nothing when it is broken. */
    Q_INVOKABLE void format();

Q_SIGNALS:
    void countChanged();
    void currentChanged();
    void problemChanged();
    /** Another text stands in the current row than the editor put there. */
    void textReplaced();
    /** Anything that would be sent is different now. */
    void edited();

private:
    struct Row
    {
        DraftArgument argument;
        std::optional<DraftProblem> problem;
        bool isChecked = false;
    };

    Row *currentRow();
    const Row *currentRow() const;
    void insert(int row, const DraftArgument &argument);
    /** @return whether a row had not been checked yet */
    bool checkRows();
    void checkAll();

    UndoQueue &m_undo;
    std::vector<Row> m_rows;
    int m_current = -1;
    QTimer m_checkSoon;
};

} // namespace Switchboard::App
