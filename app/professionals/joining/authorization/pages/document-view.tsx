import type { Article, DocumentText } from "#app/professionals/joining/authorization/document/text.ts";
import { Card, DescriptionList } from "#app/ui/data.tsx";

/** The words of the document as a page, in the order of the PDF. Dutch only, as the document is. */
export function DocumentView({ document }: { document: DocumentText }) {
  const list = (rows: { label: string; value: string }[]) => rows.map(({ label, value }) => ({ term: label, value }));
  return (
    <div lang="nl">
      <Card title="In het kort">
        <DescriptionList items={list(document.summary)} />
      </Card>
      <Card title="Uw gegevens">
        <DescriptionList items={list(document.fields)} />
      </Card>
      <Card title="De tekst van de machtiging">
        {document.articles.map((article, index) => (
          <ArticleView key={article.heading} article={article} number={index + 1} />
        ))}
      </Card>
    </div>
  );
}

function ArticleView({ article, number }: { article: Article; number: number }) {
  return (
    <section className="my-5 max-w-2xl">
      <h3 className="font-semibold">
        {number}. {article.heading}
      </h3>
      {article.blocks.map((block) =>
        block.kind === "text" ? (
          <p key={block.text} className="my-2">
            {block.text}
          </p>
        ) : (
          <ul key={block.items[0]} className="my-2 list-disc space-y-1 pl-6">
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </section>
  );
}
