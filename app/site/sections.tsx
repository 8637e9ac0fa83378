/** A plain page of questions and answers. */
export function Sections({ sections }: { sections: string[][] }) {
  return (
    <div className="prose">
      {sections.map(([title, text]) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
    </div>
  );
}
