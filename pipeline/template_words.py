"""What templates print around a teaser and before terms, by kind and language: the table behind `pipeline.edges`.

Each kind is text that a person can read and extend: phrases between strokes, one entry a language (BCP 47) that may run
on over indented lines. Case is kept where it is evidence; whether a phrase counts depends on where it stands, which
`pipeline.edges` decides. Sources: the translations of WordPress core, of its default themes and of Jetpack, of Drupal,
Joomla and static generators' themes.
"""

from __future__ import annotations

from pipeline.phrases import by_language

# The first link of a page, for screen readers: goes at the start of a teaser.
SKIP_LINKS = by_language("""
en: Skip to content | Skip to main content | Skip to primary content | Skip to navigation | Skip to main navigation |
    Skip to the content | Jump to navigation | Jump to content
de: Zum Inhalt springen | Zum Inhalt | Springe zum Inhalt | Direkt zum Inhalt | Zum Hauptinhalt springen
fr: Aller au contenu | Passer au contenu | Accéder au contenu principal | Aller au contenu principal | Skip to content
es: Saltar al contenido | Ir al contenido | Saltar al contenido principal | Pasar al contenido principal
pt: Pular para o conteúdo | Saltar para o conteúdo | Ir para o conteúdo | Pular para o conteúdo principal
it: Vai al contenuto | Salta al contenuto | Passa al contenuto | Salta al contenuto principale
nl: Ga naar de inhoud | Ga naar inhoud | Doorgaan naar inhoud | Spring naar inhoud | Overslaan en naar de inhoud gaan
ca: Vés al contingut | Salta al contingut
gl: Saltar ao contido | Ir ao contido
eu: Joan edukira | Edukira joan
da: Hop til indhold | Gå til indhold | Videre til indhold | Fortsæt til indhold
nb: Hopp til innhold | Hopp rett til innholdet | Gå til innhold
nn: Hopp til innhald
sv: Hoppa till innehåll | Gå till innehåll | Gå direkt till innehåll | Hoppa till huvudinnehåll
fi: Siirry sisältöön | Hyppää sisältöön
is: Fara í efni | Hoppa yfir í efni
et: Liigu sisu juurde | Otse sisu juurde
lv: Doties uz saturu | Pāriet uz saturu
lt: Pereiti prie turinio | Eiti prie turinio
pl: Przejdź do treści | Przeskocz do treści | Skocz do zawartości
cs: Přejít k obsahu webu | Přejít k obsahu | Přejít k hlavnímu obsahu | Přeskočit na obsah
sk: Preskočiť na obsah | Prejsť na obsah
sl: Skoči na vsebino | Preskoči na vsebino
hr: Skoči na sadržaj | Preskoči na sadržaj
sr: Скочи на садржај | Пређи на садржај
bg: Към съдържанието | Към основното съдържание | Прескочи към съдържанието
mk: Скокни до содржина | Оди до содржина
ru: Перейти к содержимому | Перейти к содержанию | Перейти к основному содержанию | Перейти к контенту
uk: Перейти до вмісту | Перейти до змісту | Перейти до основного вмісту
be: Перайсці да змесціва
hu: Ugrás a tartalomhoz | Tovább a tartalomra
ro: Sari la conținut | Salt la conținut | Mergi la conținut | Mergi la conţinutul principal
sq: Kalo te lënda | Kalo tek përmbajtja
el: Μετάβαση στο περιεχόμενο | Παράκαμψη προς το κυρίως περιεχόμενο
tr: İçeriğe geç | İçeriğe atla | Ana içeriğe atla
az: Məzmuna keç
ka: შინაარსზე გადასვლა
hy: Անցնել բովանդակությանը
ar: التجاوز إلى المحتوى | انتقل إلى المحتوى | تخطى إلى المحتوى | تخطي إلى المحتوى | تجاوز إلى المحتوى |
    تجاوز إلى المحتوى الرئيسي
fa: رفتن به محتوا | پرش به محتوا | رفتن به محتوای اصلی | رفتن به نوشته‌ها
he: דלג לתוכן | דלגו לתוכן | לדלג לתוכן | דילוג לתוכן | דילוג לתוכן העיקרי
ur: مواد پر جائیں | مواد پر چھلانگ لگائیں
hi: सामग्री पर जाएं | सामग्री पर जाएँ | कंटेंट की तरफ जाएँ | इसे छोड़कर सामग्री पर बढ़ने के लिए
bn: কন্টেন্ট-এ যান | বিষয়বস্তুতে যান | কনটেন্টে যান
ta: உள்ளடக்கத்திற்குச் செல்
th: ข้ามไปยังเนื้อหา | ข้ามไปที่เนื้อหา | ข้ามไปเนื้อหา | ข้ามไปยังเนื้อหาหลัก
vi: Chuyển đến nội dung | Bỏ qua nội dung | Nhảy đến nội dung | Chuyển tới nội dung | Chuyển đến nội dung chính
id: Langsung ke konten | Lewati ke konten | Langsung ke isi | Lompat ke konten | Lompat ke isi
ms: Langkau ke kandungan | Teruskan ke kandungan
sw: Ruka hadi kwa yaliyomo
zh: 跳至内容 | 跳至內容 | 跳至主要内容 | 跳至主要內容 | 跳过正文 | 跳到内容 | 跳到主要內容 | 跳转到主要内容
ja: コンテンツへスキップ | 内容をスキップ | コンテンツに移動 | メインコンテンツに移動 | 本文へスキップ
ko: 콘텐츠로 건너뛰기 | 컨텐츠로 건너뛰기 | 본문으로 건너뛰기 | 본문 바로가기 | 주요 콘텐츠로 건너뛰기
""")

# What stands before categories and tags: with a colon it ends a teaser with all that follows; before a term it goes.
TERM_LABELS = by_language("""
en: Tags | Tag | Tagged | Tagged with | Tagged in | Tagged as | Category | Categories | Filed under |
    Filed Under | Filed in | Tagged With | Posted in | Published in | Topics | Topic | Keywords
de: Schlagwörter | Schlagworte | Schlagwort | Kategorie | Kategorien | Verschlagwortet mit | Veröffentlicht in |
    Abgelegt unter | Stichworte
fr: Étiquettes | Étiquette | Mots-clés | Mots clés | Mot-clé | Catégorie | Catégories | Publié dans | Classé dans |
    Classé sous | Étiqueté | Étiqueté avec
es: Etiquetas | Etiqueta | Categoría | Categorías | Publicado en | Etiquetado | Etiquetado como | Archivado en |
    Archivado bajo | Palabras clave
pt: Etiquetas | Categoria | Categorias | Publicado em | Marcado | Marcado com | Arquivado em | Palavras-chave
it: Etichette | Categoria | Categorie | Pubblicato in | Contrassegnato da tag | Archiviato in | Parole chiave
nl: Trefwoorden | Categorie | Categorieën | Geplaatst in | Getagged | Getagd met | Gearchiveerd onder
ca: Etiquetes | Categoria | Categories | Publicat dins de | Arxivat a
gl: Categorías | Publicado en
eu: Etiketak | Kategoriak | Kategoria
sv: Etiketter | Taggar | Kategorier | Kategori | Märkt | Märkt med | Publicerat i | Publicerad i | Nyckelord
da: Stikord | Emneord | Kategorier | Kategori | Udgivet i | Tags
nb: Emneord | Stikkord | Kategorier | Kategori | Publisert i
fi: Avainsanat | Kategoriat | Kategoria | Asiasanat
is: Flokkar | Flokkur | Efnisorð
et: Sildid | Silt | Kategooriad | Rubriigid
lv: Birkas | Kategorijas | Kategorija
lt: Žymos | Kategorijos | Kategorija
pl: Tagi | Otagowano | Kategoria | Kategorie | Słowa kluczowe | Opublikowano w
cs: Štítky | Rubriky | Rubrika | Kategorie | Klíčová slova
sk: Značky | Kategórie | Kategória | Kľúčové slová
sl: Oznake | Kategorije | Kategorija
hr: Oznake | Kategorije | Kategorija | Objavljeno u
sr: Ознаке | Категорије | Категорија
mk: Ознаки | Категории | Категорија
bg: Етикети | Етикет | Категории | Категория | Публикувано в
ru: Метки | Метка | Теги | Тег | Рубрика | Рубрики | Категория | Категории | Опубликовано в | Ключевые слова |
    С метками
uk: Позначки | Позначка | Теги | Категорії | Категорія | Рубрика | Опубліковано в
be: Пазнакі | Катэгорыі
hu: Címkék | Címke | Kategória | Kategóriák
ro: Etichete | Etichetă | Categorii | Categorie | Publicat în
sq: Etiketa | Kategori
el: Ετικέτες | Ετικέτα | Κατηγορία | Κατηγορίες
tr: Etiketler | Etiket | Kategoriler | Kategori | Etiketlendi
az: Etiketlər | Kateqoriya
ka: ტეგები | კატეგორია
hy: Պիտակներ | Կատեգորիա
ar: الوسوم | وسوم | الوسم | التصنيف | التصنيفات | تصنيفات | نشر في | نُشر في | الكلمات المفتاحية | الكلمات الدلالية
fa: برچسب | برچسب‌ها | برچسب ها | دسته‌بندی | دسته بندی | دسته‌ها | دسته | کلیدواژه‌ها
he: תגיות | תגית | קטגוריות | קטגוריה
ur: ٹیگز | زمرہ | زمرہ جات
hi: टैग | श्रेणी | श्रेणियाँ | श्रेणियां
ne: ट्याग
bn: ট্যাগ | ট্যাগসমূহ | বিভাগ | বিভাগসমূহ
ta: குறிச்சொற்கள் | வகைகள்
th: ป้ายกำกับ | แท็ก | หมวดหมู่ | หมวด | คำสำคัญ
vi: Thẻ | Từ khóa | Chuyên mục | Danh mục
id: Tag | Tags | Kategori | Kata kunci | Ditulis dalam
ms: Tag | Kategori
sw: Lebo | Kategoria
fil: Kategorya | Mga tag
zh: 标签 | 標籤 | 標簽 | 分类 | 分類 | 关键词 | 關鍵字 | 分类目录 | 发布于 | 發佈於
ja: タグ | カテゴリー | カテゴリ | キーワード | 分類
ko: 태그 | 카테고리 | 분류 | 키워드
""")

# Links to the comments: at the end of a teaser, after a sentence.
COMMENT_LINKS = by_language("""
en: Leave a Comment | Leave a comment | Leave a Reply | Leave a reply | No Comments | No comments | No Comments Yet |
    No comments yet | Comments Off | Comments off | Comments are closed | Add a Comment | Add a comment |
    Add comment | Add new comment | Post a Comment | Post a comment | Be the first to comment | Comment
de: Schreibe einen Kommentar | Kommentar hinterlassen | Hinterlasse einen Kommentar | Einen Kommentar schreiben |
    Keine Kommentare | Kommentare deaktiviert | Kommentar schreiben
fr: Laisser un commentaire | Laissez un commentaire | Aucun commentaire | Poster un commentaire |
    Ajouter un commentaire | Pas de commentaire | Pas de commentaires | Commentaires fermés
es: Deja un comentario | Deja una respuesta | Dejar un comentario | Dejar comentario | Sin comentarios |
    No hay comentarios | Añadir comentario | Comentarios desactivados
pt: Deixe um comentário | Deixar um comentário | Deixe uma resposta | Sem comentários | Nenhum comentário |
    Comentários desativados
it: Lascia un commento | Nessun commento | Aggiungi un commento | Commenti disabilitati
nl: Laat een reactie achter | Geef een reactie | Plaats een reactie | Geen reacties | Reageer
ca: Deixa un comentari | Sense comentaris | Deixa un comentari »
gl: Deixa un comentario | Deixar un comentario
eu: Iruzkina egin | Utzi erantzuna
sv: Lämna en kommentar | Lämna ett svar | Inga kommentarer | Kommentera
da: Skriv en kommentar | Læg en kommentar | Skriv et svar | Ingen kommentarer
nb: Legg igjen en kommentar | Legg igjen et svar | Ingen kommentarer
fi: Jätä kommentti | Kommentoi | Ei kommentteja | Vastaa
is: Skildu eftir svar | Skrifa athugasemd
et: Lisa kommentaar | Kommenteeri
lv: Atstāt komentāru | Pievienot komentāru
lt: Palikti komentarą | Rašyti komentarą | Komentuoti
pl: Dodaj komentarz | Zostaw komentarz | Brak komentarzy | Dodaj odpowiedź | Skomentuj
cs: Napsat komentář | Přidat komentář | Žádné komentáře
sk: Pridať komentár | Zanechať komentár | Žiadne komentáre
sl: Dodaj komentar | Komentiraj
hr: Komentiraj | Ostavi komentar | Ostavite komentar | Dodaj komentar | Nema komentara
sr: Оставите коментар | Остави коментар | Нема коментара
mk: Остави коментар | Напишете коментар
bg: Вашият коментар | Оставете коментар | Напишете коментар | Коментирай | Няма коментари
ru: Оставить комментарий | Добавить комментарий | Оставьте комментарий | Нет комментариев | Комментариев нет |
    Комментировать | Комментарии отключены
uk: Залишити коментар | Додати коментар | Прокоментувати | Немає коментарів | Коментувати
be: Пакінуць каментарый
hu: Szólj hozzá | Hozzászólás | Nincs hozzászólás | Vélemény, hozzászólás
ro: Lasă un comentariu | Lasa un comentariu | Niciun comentariu | Lasă un răspuns | Adaugă un comentariu
sq: Lini një përgjigje | Lini një koment
el: Αφήστε ένα σχόλιο | Αφήστε σχόλιο | Κανένα σχόλιο | Σχολιάστε | Αφήστε μια απάντηση
tr: Yorum yapın | Bir yorum yapın | Bir yorum yaz | Yorum yaz | Bir yorum bırakın | Bir yanıt yazın | Yorum yok |
    Bir cevap yazın
az: Şərh yaz | Bir cavab yazın
ka: დატოვე კომენტარი
hy: Թողնել մեկնաբանություն
ar: اترك تعليقاً | اترك تعليقا | أضف تعليق | أضف تعليقاً | لا تعليقات | لا توجد تعليقات | لا يوجد تعليقات | اترك رد |
    التعليقات مغلقة
fa: دیدگاهی بنویسید | دیدگاهتان را بنویسید | ارسال دیدگاه | بدون دیدگاه | یک دیدگاه بنویسید | نظر بدهید |
    دیدگاه‌ها بسته هستند | پاسخ دهید
he: השארת תגובה | הוסף תגובה | הוספת תגובה | אין תגובות | כתיבת תגובה | השאר תגובה
ur: تبصرہ کریں | ایک تبصرہ چھوڑیں
hi: टिप्पणी करें | एक टिप्पणी छोड़ें | टिप्पणी छोड़ें | कोई टिप्पणी नहीं | एक उत्तर दें
ne: टिप्पणी गर्नुहोस् | प्रतिक्रिया दिनुहोस्
bn: মন্তব্য করুন | একটি মন্তব্য করুন | কোন মন্তব্য নেই | মন্তব্য নেই
ta: மறுமொழி இடவும் | கருத்து தெரிவிக்கவும்
th: ใส่ความเห็น | แสดงความเห็น | แสดงความคิดเห็น | ไม่มีความเห็น | ไม่มีความคิดเห็น | ทิ้งคำตอบไว้
vi: Để lại bình luận | Để lại một bình luận | Không có bình luận | Gửi bình luận | Trả lời
id: Tinggalkan komentar | Tinggalkan Komentar | Tinggalkan Balasan | Tinggalkan balasan | Tidak ada komentar |
    Beri komentar
ms: Tinggalkan komen | Tinggalkan balasan | Tiada komen
sw: Acha maoni | Toa maoni
fil: Mag-iwan ng komento
zh: 发表评论 | 發表評論 | 发表回复 | 發佈留言 | 暂无评论 | 没有评论 | 尚無留言 | 留下评论 | 添加评论 | 评论已关闭 | 發表迴響
ja: コメントを残す | コメントする | コメントなし | コメントはまだありません | コメントを書く | コメントはありません
ko: 댓글 남기기 | 댓글 달기 | 댓글 없음 | 댓글 쓰기 | 답글 남기기
""")

# What is counted beside an entry: "3 comments".
COMMENTS = by_language("""
en: comments | comment | Comments | Comment | responses | replies
de: Kommentare | Kommentar
fr: commentaires | commentaire
es: comentarios | comentario | respuestas
pt: comentários | comentário
it: commenti | commento
nl: reacties | reactie
nordic: kommentarer | kommentar | kommenttia | kommentti
pl: komentarzy | komentarze | komentarz | komentářů | komentáře | komentárov
hr: komentara | komentar
ru: комментариев | комментария | комментарий | коментарів | коментарі | коментара | коментари
hu: hozzászólás
ro: comentarii
el: σχόλια | σχόλιο
tr: yorum
ar: تعليقات | تعليق
fa: دیدگاه
he: תגובות
vi: bình luận
id: Komentar | komentar
zh: 条评论 | 則留言 | 件のコメント | 개의 댓글
""")
