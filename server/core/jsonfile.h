// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/jsonscanner.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace Switchboard {

/** What is wrong with a file, for the person who writes it. */
struct FileError
{
    int line = 1;
    int column = 1; // in characters
    QString message;

    /** "line 3, column 14: ..." */
    QString sentence() const;
};

/**
 * Walks a JSON file of a fixed schema and says where it departs from it.
 *
 * The first complaint is kept and later ones are ignored, so a caller may read on as if all were
 * well and ask error() at the end. Strict: repeated keys are errors, and unknown() is there for
 * the rest. No recursion of its own; at most 1 MiB.
 *
 * Any one thread; views into the text, which must outlive it.
 */
class JsonFile
{
public:
    static constexpr qsizetype largest = 1024 * 1024;

    using Token = JsonScanner::Token;

    struct Node
    {
        Token type = Token::Null;
        QByteArrayView text;
    };

    struct Member
    {
        QByteArray key;
        QByteArrayView keyText;
        Node value;

        /** The key in quotes, for a complaint. */
        QString shown() const;
    };

    explicit JsonFile(QByteArrayView text);

    /** The whole file; null if it is no JSON. */
    const Node &root() const { return m_root; }

    std::optional<FileError> error() const;

    /** @param at a piece of the text. */
    void fail(QByteArrayView at, const QString &message);
    void unknown(const Member &member, const QString &allowed);

    /** What @p array holds; @p what names it in a complaint. */
    std::vector<Node> items(const Node &array, const QString &what);
    std::vector<Member> members(const Node &object, const QString &what);

    /** Values of the wrong type are complained about; the result is then empty, false or 0. */
    QByteArray string(const Member &member);
    bool boolean(const Member &member);
    int number(const Member &member, int least, int most);

private:
    QByteArrayView m_text;
    Node m_root;
    qsizetype m_offset = 0;
    std::optional<QString> m_message;
};

} // namespace Switchboard
