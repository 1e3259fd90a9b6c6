import Archive
import ControlProtocol
import NewswatchModel
import Systemd

/// The archive's rows as the protocol's items.
extension Daemon {
    func articleItem(_ row: ArticleRow) -> ArticleItem {
        ArticleItem(
            id: row.id, file: row.file, sha256: row.sha256, received: row.received,
            article: Article(
                index: row.index, format: row.format, language: row.language, title: row.title, text: "",
                author: row.author, source: row.source, url: row.url, published: row.published),
            entities: row.entities.map(EntitySummaryItem.init))
    }

    func articleDetailItem(_ detail: ArticleDetail) -> ArticleDetailItem {
        ArticleDetailItem(
            article: articleItem(detail.row), text: detail.article.text,
            mentions: detail.mentions.map { mention in
                MentionItem(
                    mention, name: current.watchlist[mention.entity]?.entity.name ?? mention.entity.rawValue,
                    in: detail.article)
            })
    }

    func searchItem(_ hit: SearchHit) -> SearchItem {
        SearchItem(
            article: hit.row.id, title: hit.row.title, published: hit.row.published, file: hit.row.file,
            snippet: hit.snippet)
    }
}
