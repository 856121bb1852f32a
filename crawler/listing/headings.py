"""What headings say of the lists under them: related pieces, other news."""

from __future__ import annotations

import re
from functools import lru_cache

# How headings call what is beside the matter of their page.
_RELATED = re.compile(
    r"(?:related|similar|recommended|popular|trending|most (?:read|viewed|popular|commented)"
    r"|you (?:may|might) (?:also )?(?:like|enjoy|be interested)|see also|read (?:next|also)|up next|keep reading"
    r"|more (?:from|on|like|in) |further reading|also of interest|what to read"
    r"|verwandte|ähnliche|auch interessant|das könnte (?:sie|dich|euch)|mehr zum thema|meistgelesen|siehe auch"
    r"|passend dazu|weitere artikel|à lire aussi|sur le même (?:sujet|thème)|articles? (?:similaires|liés|connexes)"
    r"|voir aussi|les plus lus|vous aimerez|vous pourriez|relacionad|artículos relacionados|también te puede"
    r"|te puede interesar|lo más leído|ver también|más leídas|noticias relacionadas|você (?:também )?pode|leia também"
    r"|mais lidas|veja também|artigos relacionados|correlati|leggi anche|potrebbe interessarti|ti potrebbe"
    r"|gerelateerd|lees ook|meest gelezen|zobacz (?:też|także|również)|powiązane|czytaj (?:też|także)|ilgili|benzer"
    r"|bunlar da|похожие|читайте также|смотрите также|по теме|популярн|схожі|читайте також"
    r"|مواضيع ذات صلة|مقالات ذات صلة|ذات صلة|اقرأ أيضا|قد يعجبك|الأكثر قراءة|مطالب مرتبط"
    r"|相关|相關|猜你喜欢|推荐阅读|热门|関連|あわせて読みたい|人気|관련|추천|인기"
    r"|เรื่องที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|ข่าวที่เกี่ยวข้อง|liên quan|terkait|baca juga)",
    re.IGNORECASE,
)


# What is called so may be the rest of a listing: it is beside the matter only below an article's text.
_OTHER = re.compile(
    r"(?:from (?:our|the) (?:blog|newsroom|archive)|(?:upcoming|next|forthcoming) events|what's (?:new|on)|most recent"
    r"|(?:other|more|latest|recent|further) (?:news|articles?|stories|posts?|publications?|updates?|press releases|events)"
    r"|(?:autres|dernières) (?:actualités|articles|nouvelles|publications)|(?:otras|más|últimas) (?:noticias|publicaciones)"
    r"|(?:outras|mais|últimas) (?:notícias|publicações)"
    r"|(?:weitere|andere|neueste|aktuelle) (?:meldungen|nachrichten|beiträge|artikel|news)"
    r"|(?:altre|ultime) (?:notizie|news)|(?:ander|meer|overig|laatste) nieuws"
    r"|(?:другие|последние|ещё) (?:новости|материалы|публикации)"
    r"|(?:інші|останні) новини|(?:berita|artikel) (?:lainnya|lain|terbaru)|(?:tin|bài) (?:khác|mới|liên quan)"
    r"|diğer (?:haberler|duyurular)"
    r"|son haberler|(?:inne|pozostałe) (?:aktualności|wiadomości)|habari (?:nyingine|zaidi)"
    r"|(?:أخبار|مقالات) أخرى|آخر الأخبار|المزيد من الأخبار"
    r"|سایر اخبار|(?:其他|其它|更多|最新)(?:新闻|新聞|文章|消息)|その他のニュース|다른 (?:글|소식)|ข่าวอื่น)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def says_other(text: str) -> bool:
    """Whether a heading stands over more of what is elsewhere: "Other news", "Latest articles"."""
    return _OTHER.match(text.strip(" \t«»\"'“”…·–—-")) is not None


@lru_cache(maxsize=4096)
def says_related(text: str) -> bool:
    """Whether a heading stands over what is beside the matter: "Related articles", "You might also like"."""
    return _RELATED.match(text.strip(" \t«»\"'“”…·–—-")) is not None
